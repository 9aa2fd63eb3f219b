package nl.idcontact.telephony.app.config;

/**
 * How the server logs.
 *
 * @param format of its lines
 * @param level the least level of the server's own lines; libraries stay at warnings
 */
public record Log(Format format, Level level) {

    /** The format of log lines. */
    public enum Format {
        PLAIN,
        JSON
    }

    /** The least level that is logged. */
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }
}
