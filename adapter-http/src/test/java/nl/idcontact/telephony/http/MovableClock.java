package nl.idcontact.telephony.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes when it is told to. */
final class MovableClock implements InstantSource {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

    @Override
    public Instant instant() {
        return now.get();
    }

    void forward(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
    }
}
