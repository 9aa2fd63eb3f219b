package nl.idcontact.telephony.postgres;

import static nl.idcontact.telephony.postgres.Binding.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.idcontact.telephony.domain.model.Lifetime;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The time of a step, and what it means for a session's life.
 *
 * @param now in whole microseconds, which is what PostgreSQL keeps
 */
record Moment(Instant now, Lifetime lifetime) {
    Moment {
        now = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** Sets the parameters of time that {@link SessionSql} speaks of; a statement that has no such parameter ignores them. */
    <S extends SqlStatement<S>> S bind(S statement) {
        return statement
                .bind("now", time(now))
                .bind("idle_since", time(now.minus(lifetime.ttl())))
                .bind("oldest_start", time(now.minus(lifetime.maxAge())))
                .bind("minute_ago", time(now.minus(WrongCodes.MINUTE)));
    }

    /** No session that started later is gone. */
    Instant youngestExpired() {
        Duration shortest = lifetime.ttl().compareTo(lifetime.maxAge()) < 0 ? lifetime.ttl() : lifetime.maxAge();
        return now.minus(shortest);
    }
}
