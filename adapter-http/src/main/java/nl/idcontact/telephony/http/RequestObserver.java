package nl.idcontact.telephony.http;

import java.time.Duration;

/** Hears of every request that was answered, for metrics. Called on event loops: must not throw and must not wait. */
@FunctionalInterface
public interface RequestObserver {
    /**
     * A request was answered.
     *
     * @param method its method, {@code OTHER} for one that HTTP does not define
     * @param route the template of its address, {@code none} for one that is not in the table
     * @param status the status of its answer
     * @param took from its arrival to its answer; of an event stream to its opening
     */
    void answered(String method, String route, int status, Duration took);

    /** Listens to nothing. */
    static RequestObserver none() {
        return (method, route, status, took) -> {};
    }
}
