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
            URI url = new URI(text);
            if (url.getScheme() != null
                    && SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))
                    && url.getHost() != null
                    && url.getPort() <= MAX_PORT) {
                return url;
            }
        } catch (URISyntaxException notAnAddress) {
            // the same as any other address that is not acceptable
        }
        throw new TokenRefused(Refusal.CLAIMS);
    }
}
