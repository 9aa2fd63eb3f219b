package nl.idcontact.telephony.http.jose;

import com.nimbusds.jose.util.Base64URL;
import java.util.Arrays;
import java.util.Base64;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;

/**
 * Takes a compact serialization apart (RFC 7515 section 7.1, RFC 7516 section 7.1). Each part must be the one
 * base64url text of its bytes, without padding, white space or set bits that mean nothing (RFC 4648 section 3.5), so that a token cannot
 * be written in two ways.
 */
final class CompactForm {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final byte[] SEXTETS = sextets();

    private CompactForm() {}

    /**
     * @return exactly {@code count} parts, some of which may be empty
     * @throws TokenRefused as malformed if there are more or fewer, or one is not base64url
     */
    static Base64URL[] split(String compact, int count) throws TokenRefused {
        Base64URL[] parts = new Base64URL[count];
        int start = 0;
        for (int i = 0; i < count; i++) {
            int dot = compact.indexOf('.', start);
            boolean last = i == count - 1;
            if (last != (dot < 0)) {
                throw new TokenRefused(Refusal.MALFORMED);
            }
            int end = last ? compact.length() : dot;
            requireBase64Url(compact, start, end);
            parts[i] = new CheckedBase64Url(compact.substring(start, end));
            start = end + 1;
        }
        return parts;
    }

    private static void requireBase64Url(String text, int start, int end) throws TokenRefused {
        int last = 0;
        for (int i = start; i < end; i++) {
            last = sextet(text.charAt(i));
            if (last < 0) {
                throw new TokenRefused(Refusal.MALFORMED);
            }
        }
        int unusedBits = switch ((end - start) % 4) {
            case 1 -> -1;
            case 2 -> 0b1111;
            case 3 -> 0b11;
            default -> 0;
        };
        if (unusedBits < 0 || (last & unusedBits) != 0) {
            throw new TokenRefused(Refusal.MALFORMED);
        }
    }

    private static int sextet(char c) {
        return c < SEXTETS.length ? SEXTETS[c] : -1;
    }

    private static byte[] sextets() {
        byte[] sextets = new byte['z' + 1];
        Arrays.fill(sextets, (byte) -1);
        for (byte i = 0; i < ALPHABET.length(); i++) {
            sextets[ALPHABET.charAt(i)] = i;
        }
        return sextets;
    }

    /** A text that has been checked: the JDK decodes it in a fraction of the time that the library takes. */
    private static final class CheckedBase64Url extends Base64URL {
        private static final long serialVersionUID = 1L;

        CheckedBase64Url(String text) {
            super(text);
        }

        @Override
        public byte[] decode() {
            return Base64.getUrlDecoder().decode(toString());
        }
    }
}
