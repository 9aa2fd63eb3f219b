package nl.idcontact.telephony.app.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import nl.idcontact.telephony.domain.port.SessionEvents;
import nl.idcontact.telephony.http.RequestObserver;

/** Everything that watches the server, in one place. */
public final class Observability {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final SessionMetrics sessions = new SessionMetrics(registry);
    private final AuditTrail audit = new AuditTrail(instance());

    /** Watches the JVM from the start on. */
    @SuppressWarnings("resource") // as long as the process
    public Observability() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Where other parts may register meters. */
    public MeterRegistry registry() {
        return registry;
    }

    /** The meters of sessions. */
    public SessionMetrics sessions() {
        return sessions;
    }

    /** Counts, and writes the audit trail. */
    public SessionEvents sessionEvents() {
        return event -> {
            sessions.happened(event);
            audit.happened(event);
        };
    }

    /** Times every request by method, route template and status. */
    public RequestObserver requestObserver() {
        var requests = Timer.builder("telephony.http.requests")
                .description("Times of answers; of an event stream, to its opening")
                .serviceLevelObjectives(
                        Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(4))
                .withRegistry(registry);
        return (method, route, status, took) -> requests.withTags(
                        "method", method, "route", route, "status", Integer.toString(status))
                .record(took);
    }

    /** All of it as Prometheus text. */
    public String scrape() {
        return registry.scrape();
    }

    /** The machine and the process, to tell instances apart. */
    private static String instance() {
        long process = ProcessHandle.current().pid();
        try {
            return InetAddress.getLocalHost().getHostName() + "/" + process;
        } catch (UnknownHostException e) {
            return "unknown/" + process;
        }
    }
}
