package nl.idcontact.telephony.domain.port;

import java.net.URI;

/**
 * The way back to the auth plugin (ID Contact documentation, "session_url"). Best effort: neither method waits for an
 * answer, and neither ever throws.
 */
public interface SessionFeedback {
    /** Tells that the user is active, {@code type=user_active}. */
    void userActive(URI sessionUrl);

    /** Tells that the user was logged out, {@code type=logout}. */
    void logout(URI sessionUrl);

    /** Tells nobody. */
    static SessionFeedback none() {
        return new SessionFeedback() {
            @Override
            public void userActive(URI sessionUrl) {}

            @Override
            public void logout(URI sessionUrl) {}
        };
    }
}
