package nl.idcontact.telephony.domain.port;

/** The store cannot be reached, or did not answer in time. What was asked of it happened whole or not at all. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Keeps what the store's driver reported, for operators. */
    public StoreUnavailable(Throwable cause) {
        super("The store is unavailable", cause);
    }
}
