package nl.idcontact.telephony.domain.port;

/** Hears what happened, for metrics and an audit trail. Must not throw and must not wait. */
@FunctionalInterface
public interface SessionEvents {
    /** Something happened, and has been stored. */
    void happened(SessionEvent event);

    /** Listens to nothing. */
    static SessionEvents none() {
        return event -> {};
    }
}
