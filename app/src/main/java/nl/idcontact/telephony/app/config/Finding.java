package nl.idcontact.telephony.app.config;

/**
 * One thing to tell about a configuration: a problem, which keeps the server from starting, or a warning.
 *
 * @param key where it is, as in {@code global.link.secret} or {@code ROCKET_PORT}
 * @param message what would be right; never shows a configured text, since that may be a secret in the wrong place
 */
public record Finding(String key, String message) {

    /** A key of a file may hold anything, but does not get to begin a line of its own. */
    public Finding {
        key = key.replaceAll("\\p{Cntrl}", "?");
    }

    @Override
    public String toString() {
        return key + ": " + message;
    }
}
