package nl.idcontact.telephony.app.config;

import java.util.List;

/**
 * How calls are linked to sessions.
 *
 * @param authentication how the telephony side proves itself
 * @param secrets its bearer secrets, all of them valid; not empty with {@link Authentication#BEARER}
 * @param maxAttempts wrong codes for one phone session id
 * @param maxWrongCodesPerMinute wrong codes for all phones together; 0 is no limit
 */
public record Link(Authentication authentication, List<Secret> secrets, int maxAttempts, int maxWrongCodesPerMinute) {

    /** How the telephony side proves itself. */
    public enum Authentication {
        /** By a secret in the {@code Authorization} header (RFC 6750). */
        BEARER,
        /** Not at all: whoever reaches the listener may link, as with the original. */
        NONE
    }
}
