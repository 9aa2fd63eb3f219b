package nl.idcontact.telephony.http.jose;

import com.nimbusds.jose.Header;
import java.util.Collections;
import java.util.Set;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;

/** What every header must and no header may ask for, of a JWE or a JWS. */
final class HeaderRules {
    // zip: RFC 8725 section 3.6. crit, and what it can make of b64: extensions that are not understood (RFC 7515
    // section 4.1.11, RFC 7797), none of which an auth result needs.
    private static final Set<String> FORBIDDEN = Set.of("zip", "crit", "b64");

    private HeaderRules() {}

    /** @throws TokenRefused as malformed if there is no algorithm, or a forbidden parameter, whatever its value */
    static void check(Header header) throws TokenRefused {
        // As it was written: the library leaves out what is empty, null or a default.
        Set<String> names = StrictJson.names(header.getParsedBase64URL().decode(), Refusal.MALFORMED);
        if (header.getAlgorithm() == null || !Collections.disjoint(names, FORBIDDEN)) {
            throw new TokenRefused(Refusal.MALFORMED);
        }
    }
}
