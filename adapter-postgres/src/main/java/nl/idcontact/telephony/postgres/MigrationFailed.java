package nl.idcontact.telephony.postgres;

/** The database is there, but its tables cannot be brought to their newest shape. */
public final class MigrationFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    MigrationFailed(String reason, Throwable cause) {
        super("The tables cannot be brought to their newest shape: " + reason, cause);
        this.reason = reason;
    }

    /** Why, in words for the operator. */
    public String reason() {
        return reason;
    }
}
