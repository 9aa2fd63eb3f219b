package nl.idcontact.telephony.postgres;

import static nl.idcontact.telephony.postgres.Binding.bytes;
import static nl.idcontact.telephony.postgres.KeyedSql.all;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.Fingerprints;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.port.LinkOutcome;
import nl.idcontact.telephony.domain.port.LinkOutcome.TooManyAttempts;
import nl.idcontact.telephony.domain.port.LinkOutcome.TooManyWrongCodes;
import nl.idcontact.telephony.domain.port.LinkOutcome.UnknownCode;
import org.jdbi.v3.core.Handle;

/** Counts a wrong code, unless there have been too many. To be used in a transaction. */
final class WrongCodes {
    static final Duration MINUTE = Duration.ofMinutes(1);

    private final Handle handle;
    private final Moment moment;

    WrongCodes(Handle handle, Moment moment) {
        this.handle = handle;
        this.moment = moment;
    }

    /** Counts under locks, so that of those who race none counts past a limit. */
    LinkOutcome count(Fingerprints<PhoneSessionId> call, AttemptLimits limits) {
        Steps.lock(handle, call.all());
        int misses = misses(call);
        if (misses >= limits.perCall()) {
            return TooManyAttempts.TOO_MANY_ATTEMPTS;
        }
        if (limits.perMinute() > 0) {
            handle.createQuery(SessionSql.LOCK_MINUTE).mapToMap().list();
            Optional<Instant> blocking = blockingMiss(limits.perMinute());
            if (blocking.isPresent()) {
                return new TooManyWrongCodes(untilForgotten(blocking.get()));
            }
            handle.createUpdate(SessionSql.COUNT_FOR_MINUTE)
                    .bindNamedArgumentFinder(moment)
                    .execute();
        }
        write(call, misses + 1);
        return new UnknownCode(limits.perCall() - misses - 1);
    }

    private int misses(Fingerprints<PhoneSessionId> call) {
        return handle.createQuery(SessionSql.MISSES.of(call))
                .bindNamedArgumentFinder(moment)
                .bindNamedArgumentFinder(all("calls", call))
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    private Optional<Instant> blockingMiss(int perMinute) {
        return handle.createQuery(SessionSql.BLOCKING_MISS)
                .bindNamedArgumentFinder(moment)
                .bind("per_minute", perMinute)
                .map((row, context) -> Binding.instant(row, "missed_at"))
                .findOne();
    }

    /** Another instance's clock may be ahead, hence the limit. */
    private Duration untilForgotten(Instant miss) {
        Duration wait = Duration.between(moment.now(), miss.plus(MINUTE));
        return wait.compareTo(MINUTE) > 0 ? MINUTE : wait;
    }

    private void write(Fingerprints<PhoneSessionId> call, int misses) {
        handle.createUpdate(SessionSql.COUNT_FOR_CALL)
                .bindNamedArgumentFinder(moment)
                .bind("call", bytes(call.current()))
                .bind("misses", misses)
                .execute();
        if (!call.isOne()) {
            handle.createUpdate(SessionSql.DROP_OLD_COUNTS.of(call))
                    .bindNamedArgumentFinder(all("calls", call))
                    .bind("call", bytes(call.current()))
                    .execute();
        }
    }
}
