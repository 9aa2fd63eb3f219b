package nl.idcontact.telephony.http.jose;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;

/** The address at which an auth plugin wants to hear of its session. */
final class SessionUrl {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int MAX_PORT = 65535;

    private SessionUrl() {}

    /** @throws TokenRefused if the text is not an absolute http or https URL with a host (RFC 9110 section 4.2) */
    static URI parse(String text) throws TokenRefused {
        try {
            // Names in container networks may have underscores, at which java.net.URI finds no host (RFC 952).
            URI plain = new URI(text.replace('_', 'a'));
            if (plain.getScheme() != null
                    && SCHEMES.contains(plain.getScheme().toLowerCase(Locale.ROOT))
                    && plain.getHost() != null
                    && plain.getPort() <= MAX_PORT) {
                return new URI(text);
            }
        } catch (URISyntaxException notAnAddress) {
            // the same as any other address that is not acceptable
        }
        throw new TokenRefused(Refusal.CLAIMS);
    }
}
