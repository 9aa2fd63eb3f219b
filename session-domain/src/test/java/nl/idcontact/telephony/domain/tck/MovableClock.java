package nl.idcontact.telephony.domain.tck;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved, so that no test of expiry has to wait. Safe for many threads. */
public final class MovableClock implements InstantSource {
    private final AtomicReference<Instant> now;

    /** Stands at {@code start}. */
    public MovableClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves on by {@code time}. */
    public void advance(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    /** Moves to {@code instant}. */
    public void moveTo(Instant instant) {
        now.set(instant);
    }
}
