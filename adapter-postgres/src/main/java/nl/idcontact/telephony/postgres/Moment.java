package nl.idcontact.telephony.postgres;

import static nl.idcontact.telephony.postgres.Binding.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.Lifetime;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.NamedArgumentFinder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The time of a step, and what it means for a session's life: the parameters of time that {@link SessionSql} speaks of.
 *
 * @param now in whole microseconds, which is what PostgreSQL keeps
 */
record Moment(Instant now, Lifetime lifetime) implements NamedArgumentFinder {
    Moment {
        now = now.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Optional<Argument> find(String name, StatementContext context) {
        return switch (name) {
            case "now" -> Optional.of(time(now));
            case "idle_since" -> Optional.of(time(now.minus(lifetime.ttl())));
            case "oldest_start" -> Optional.of(time(now.minus(lifetime.maxAge())));
            case "minute_ago" -> Optional.of(time(now.minus(WrongCodes.MINUTE)));
            default -> Optional.empty();
        };
    }

    @Override
    public Collection<String> getNames() {
        return List.of("now", "idle_since", "oldest_start", "minute_ago");
    }

    /** No session that started later is gone. */
    Instant youngestExpired() {
        Duration shortest = lifetime.ttl().compareTo(lifetime.maxAge()) < 0 ? lifetime.ttl() : lifetime.maxAge();
        return now.minus(shortest);
    }
}
