package nl.idcontact.telephony.app.config;

import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One PEM block (RFC 7468).
 *
 * @param label what stands after BEGIN, such as {@code PRIVATE KEY}
 * @param der the decoded content
 */
record Pem(String label, byte[] der) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final String PARAMETERS = "EC PARAMETERS";

    /**
     * The only key block of a text; the curve that OpenSSL writes in a block of its own before a key is passed over.
     *
     * @throws Unacceptable if there is none, are several, or its content is no Base64
     */
    static Pem only(String text) throws Unacceptable {
        // Where variables cannot span lines, line ends are written as backslash and n; no PEM holds a backslash
        // otherwise.
        Matcher matcher = BLOCK.matcher(text.replace("\\r", "").replace("\\n", "\n"));
        List<Pem> blocks = matcher.results()
                .filter(block -> !block.group(1).equals(PARAMETERS))
                .map(block -> new Pem(block.group(1), decode(block.group(2))))
                .toList();
        if (blocks.size() != 1 || blocks.get(0).der().length == 0) {
            throw new Unacceptable("must be one whole PEM block, from its line -----BEGIN to its line -----END");
        }
        return blocks.get(0);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return "Pem[" + label + "]";
    }
}
