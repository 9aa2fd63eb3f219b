package nl.idcontact.telephony.app.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.port.SessionEvent.LinkRefused.Reason;
import nl.idcontact.telephony.domain.port.SessionEvents;

/** Counts what happens to sessions; {@code docs/operations.md} tells what to watch for. */
public final class SessionMetrics implements SessionEvents, SessionEvent.Listener {
    private final MeterRegistry registry;
    private final Timer codeToLink;
    private final Timer linkToAttributes;
    private final RecentSessions released = new RecentSessions();
    private volatile Optional<Instant> oldestStart = Optional.empty();

    /** Registers every meter at once, so that each is there before its first event. */
    public SessionMetrics(MeterRegistry registry) {
        this.registry = registry;
        codeToLink = timer("telephony.code.to.link", "From the making of a DTMF code to the link of the call");
        linkToAttributes = timer("telephony.link.to.attributes", "From the link of a call to its first attributes");
        Gauge.builder("telephony.oldest.session.age", this::oldestAge)
                .description("Age of the oldest session that is still stored")
                .baseUnit("seconds")
                .register(registry);
        registry.counter("telephony.releases.refused");
        for (String name : new String[] {"started", "linked", "released", "ended", "expired"}) {
            sessions(name, 0);
        }
        for (Reason reason : Reason.values()) {
            count("telephony.links.refused", "reason", lower(reason), 0);
        }
        for (AuthResult.Status status : AuthResult.Status.values()) {
            count("telephony.auth.results.accepted", "status", lower(status), 0);
        }
        for (Refusal reason : Refusal.values()) {
            authResultRefused(lower(reason), 0);
        }
        authResultRefused("unknown_session", 0);
        authResultRefused("already_received", 0);
    }

    /** Shows the number of open event streams. */
    public void watchStreams(IntSupplier streams) {
        Gauge.builder("telephony.event.streams", streams::getAsInt).register(registry);
    }

    /** Shows the age of the oldest session that is still stored, in seconds; 0 if there is none. */
    public void oldestStart(Optional<Instant> startedAt) {
        oldestStart = startedAt;
    }

    private double oldestAge() {
        return oldestStart
                .map(start -> Duration.between(start, Instant.now()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    @Override
    public void happened(SessionEvent event) {
        event.tell(this);
    }

    @Override
    public void started(SessionEvent.Started event) {
        sessions("started", 1);
    }

    @Override
    public void authResultAccepted(SessionEvent.AuthResultAccepted event) {
        if (!event.repeated()) {
            count("telephony.auth.results.accepted", "status", lower(event.status()), 1);
        }
    }

    @Override
    public void authResultRefused(SessionEvent.AuthResultRefused event) {
        authResultRefused(lower(event.reason()), 1);
    }

    @Override
    public void authResultUnmatched(SessionEvent.AuthResultUnmatched event) {
        authResultRefused("unknown_session", 1);
    }

    @Override
    public void authResultConflicted(SessionEvent.AuthResultConflicted event) {
        authResultRefused("already_received", 1);
    }

    @Override
    public void linked(SessionEvent.Linked event) {
        if (!event.repeated()) {
            sessions("linked", 1);
            codeToLink.record(event.sinceStart());
        }
    }

    @Override
    public void linkRefused(SessionEvent.LinkRefused event) {
        count("telephony.links.refused", "reason", lower(event.reason()), 1);
    }

    @Override
    public void released(SessionEvent.Released event) {
        if (released.isNew(event.session())) {
            sessions("released", 1);
            linkToAttributes.record(event.sinceLink());
        }
    }

    @Override
    public void releaseRefused(SessionEvent.ReleaseRefused event) {
        registry.counter("telephony.releases.refused").increment();
    }

    @Override
    public void ended(SessionEvent.Ended event) {
        sessions("ended", 1);
    }

    @Override
    public void purged(SessionEvent.Purged event) {
        sessions("expired", event.sessions());
    }

    private void sessions(String what, int number) {
        registry.counter("telephony.sessions." + what).increment(number);
    }

    private void authResultRefused(String reason, int number) {
        count("telephony.auth.results.refused", "reason", reason, number);
    }

    private void count(String name, String tag, String value, int number) {
        registry.counter(name, tag, value).increment(number);
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .publishPercentileHistogram(false)
                .serviceLevelObjectives(
                        Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10))
                .register(registry);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
