package nl.idcontact.telephony.domain.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lives.
 *
 * @param ttl since the last activity
 * @param maxAge since the start, whatever the activity
 */
public record Lifetime(Duration ttl, Duration maxAge) {
    /** One hour without activity, twelve hours in all. */
    public static final Lifetime DEFAULT = new Lifetime(Duration.ofHours(1), Duration.ofHours(12));

    public Lifetime {
        if (ttl.isNegative() || ttl.isZero() || maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("A lifetime must be longer than nothing");
        }
    }

    /** The instant from which on the session is gone: the earlier of the two ends. */
    public Instant end(Instant startedAt, Instant lastActivity) {
        Instant idleEnd = lastActivity.plus(ttl);
        Instant ageEnd = startedAt.plus(maxAge);
        return idleEnd.isBefore(ageEnd) ? idleEnd : ageEnd;
    }

    /** Whether a session is still there at {@code now}. */
    public boolean isLive(Instant startedAt, Instant lastActivity, Instant now) {
        return now.isBefore(end(startedAt, lastActivity));
    }
}
