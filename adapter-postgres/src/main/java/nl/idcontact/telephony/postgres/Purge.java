package nl.idcontact.telephony.postgres;

import static nl.idcontact.telephony.postgres.Binding.instant;
import static nl.idcontact.telephony.postgres.Binding.number;
import static nl.idcontact.telephony.postgres.Binding.time;

import java.time.Instant;
import nl.idcontact.telephony.domain.port.SessionStore.Purged;
import org.jdbi.v3.core.Handle;

/**
 * Removes what has expired, batch by batch. What is removed stays in the index until a vacuum, and would be walked past by every
 * later batch, so one begins where the last one ended. After one that did not reach its limit, the next begins anew.
 */
final class Purge {
    private static final Instant BEGINNING = Instant.EPOCH;

    private final Steps steps;
    private volatile Instant from = BEGINNING;

    Purge(Steps steps) {
        this.steps = steps;
    }

    Purged batch(int limit, Moment at) {
        return steps.step(handle -> {
            Removed removed = removeSessions(handle, from, limit, at);
            boolean full = removed.sessions() == limit;
            from = full ? removed.youngest() : BEGINNING;
            return new Purged(removed.sessions(), forgetMisses(handle, limit, at) == limit || full);
        });
    }

    private static Removed removeSessions(Handle handle, Instant from, int limit, Moment at) {
        return handle.createQuery(SessionSql.PURGE)
                .bindNamedArgumentFinder(at)
                .bind("from", time(from))
                .bind("youngest_expired", time(at.youngestExpired()))
                .bind("limit", number(limit))
                .map((row, context) -> new Removed(row.getInt("sessions"), instant(row, "youngest")))
                .one();
    }

    private static int forgetMisses(Handle handle, int limit, Moment at) {
        int calls = handle.createUpdate(SessionSql.PURGE_ATTEMPTS)
                .bindNamedArgumentFinder(at)
                .bind("limit", number(limit))
                .execute();
        // Twice as long as they count, so that nobody finds a limit reached and then no reason for it.
        handle.createUpdate(SessionSql.PURGE_WRONG_CODES)
                .bind("long_ago", time(at.now().minus(WrongCodes.MINUTE.multipliedBy(2))))
                .execute();
        return calls;
    }

    /** @param youngest when the youngest of them started */
    private record Removed(int sessions, Instant youngest) {}
}
