package nl.idcontact.telephony.http;

/** Whether the server is about to stop. */
final class Lifecycle {
    private volatile boolean draining;

    boolean isDraining() {
        return draining;
    }

    void drain() {
        draining = true;
    }
}
