package nl.idcontact.telephony.http.jose;

import java.util.Optional;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;

/** The signed token that stands in the payload of the encrypted one, as its claim {@code njwt}. */
final class NestedToken {
    private static final String CLAIM = "njwt";

    private Optional<String> found = Optional.empty();

    private NestedToken() {}

    /** @throws TokenRefused as malformed if the payload is not a JSON object with the claim as a string */
    static String in(byte[] payload) throws TokenRefused {
        NestedToken token = new NestedToken();
        StrictJson.readObject(payload, Refusal.MALFORMED, (name, value) -> {
            if (name.equals(CLAIM)) {
                token.found = StrictJson.text(value);
            } else {
                value.skipChildren();
            }
        });
        return token.found.orElseThrow(() -> new TokenRefused(Refusal.MALFORMED));
    }
}
