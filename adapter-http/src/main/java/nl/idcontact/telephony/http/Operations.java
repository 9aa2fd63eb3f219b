package nl.idcontact.telephony.http;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What the server tells operators, and from whom it knows.
 *
 * @param ready whether the store answers; may wait, in vain for two seconds at most
 * @param metrics Prometheus text
 * @param requests who hears of every request
 */
public record Operations(BooleanSupplier ready, Supplier<String> metrics, RequestObserver requests) {
    /** Always ready, no metrics, nobody listens. */
    public static final Operations NONE = new Operations(() -> true, () -> "", RequestObserver.none());
}
