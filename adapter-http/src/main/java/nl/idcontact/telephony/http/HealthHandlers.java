package nl.idcontact.telephony.http;

import java.util.function.BooleanSupplier;
import nl.idcontact.telephony.http.Shapes.Health;

/** {@code GET /health/live} and {@code GET /health/ready}. */
final class HealthHandlers {
    private final Lifecycle lifecycle;
    private final BooleanSupplier storeAnswers;

    HealthHandlers(Lifecycle lifecycle, BooleanSupplier storeAnswers) {
        this.lifecycle = lifecycle;
        this.storeAnswers = storeAnswers;
    }

    /** The process is there: asking again is all that matters. */
    static Endpoint live() {
        return request -> () -> Reply.json(new Health("live"));
    }

    /** Requests can be served. */
    Endpoint ready() {
        return request -> () -> {
            if (lifecycle.isDraining()) {
                return Reply.json(503, new Health("stopping"));
            }
            return storeAnswers.getAsBoolean() ? Reply.json(new Health("ready")) : notReady();
        };
    }

    /** The answer when the store does not answer, or not in time. */
    static Reply notReady() {
        return Reply.json(503, new Health("store-unavailable"));
    }
}
