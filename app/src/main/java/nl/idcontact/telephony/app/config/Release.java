package nl.idcontact.telephony.app.config;

/**
 * How attributes are released.
 *
 * @param token whether that takes the release token of the link
 */
public record Release(Token token) {

    /** Whether reading a session takes its release token. */
    public enum Token {
        REQUIRED,
        /** The phone session id is enough, as with the original. */
        OFF
    }
}
