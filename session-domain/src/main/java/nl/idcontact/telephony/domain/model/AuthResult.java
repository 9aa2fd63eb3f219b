package nl.idcontact.telephony.domain.model;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * The outcome of a login, as the auth plugin signed it (ID Contact documentation, "JWTs in ID-Contact").
 *
 * @param status whether the login succeeded
 * @param attributes what was verified; none when the login failed
 * @param authenticatedAt when the auth plugin issued it, its {@code iat}
 * @param sessionUrl where the auth plugin wants to hear of activity and logout
 */
public record AuthResult(
        Status status, Attributes attributes, Optional<Instant> authenticatedAt, Optional<URI> sessionUrl) {
    /** Whether a login succeeded. */
    public enum Status {
        SUCCESS,
        FAILED
    }

    public AuthResult {
        if (status == Status.FAILED && !attributes.values().isEmpty()) {
            throw new IllegalArgumentException("A failed login has no attributes");
        }
    }

    /** Does not show the session URL, which may carry an id of the login. */
    @Override
    public String toString() {
        return "AuthResult[" + status + ", " + attributes + "]";
    }
}
