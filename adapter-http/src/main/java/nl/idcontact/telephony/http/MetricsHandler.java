package nl.idcontact.telephony.http;

import io.vertx.core.buffer.Buffer;
import java.util.function.Supplier;

/** {@code GET /metrics}: what is measured, in the text format of Prometheus. */
final class MetricsHandler implements Endpoint {
    private final Supplier<String> metrics;

    MetricsHandler(Supplier<String> metrics) {
        this.metrics = metrics;
    }

    @Override
    public Supplier<Answer> accept(Incoming request) {
        return () -> Reply.of(200, "text/plain; version=0.0.4; charset=utf-8", Buffer.buffer(metrics.get()));
    }
}
