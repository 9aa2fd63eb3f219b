package nl.idcontact.telephony.postgres;

import static java.util.stream.Collectors.toMap;
import static nl.idcontact.telephony.postgres.Binding.allBytes;
import static nl.idcontact.telephony.postgres.Binding.bytes;
import static nl.idcontact.telephony.postgres.Binding.number;
import static nl.idcontact.telephony.postgres.KeyedSql.all;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.Fingerprints;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.port.LinkOutcome;
import nl.idcontact.telephony.domain.port.LinkOutcome.Linked;
import org.jdbi.v3.core.JdbiException;

/**
 * Ties a call to a session: one statement if all is well; what went wrong is found out, and counted, only then, and by whom it concerns:
 * nobody else waits for the locks that it takes.
 */
final class LinkStep {
    private final Steps steps;
    private final Batches<KeyedIn, Optional<Linked>> batches =
            new Batches<>(Function.identity(), this::linkAlone, this::linkTogether);

    LinkStep(Steps steps) {
        this.steps = steps;
    }

    LinkOutcome link(Fingerprints<DtmfCode> code, Fingerprints<PhoneSessionId> call, AttemptLimits limits, Moment at) {
        KeyedIn keyedIn = new KeyedIn(code, call, limits);
        Optional<Linked> linked = code.isOne() && call.isOne() ? batches.make(keyedIn, at) : linkAlone(keyedIn, at);
        if (linked.isPresent()) {
            return linked.get();
        }
        return steps.transaction(handle -> new WrongCodes(handle, at).count(call, limits));
    }

    private Optional<Linked> linkAlone(KeyedIn keyedIn, Moment at) {
        try {
            return update(keyedIn, at);
        } catch (JdbiException e) {
            if (!Trouble.isUniqueViolation(e)) {
                throw e;
            }
            return updateAfterFreeing(keyedIn, at);
        }
    }

    /** Those who have the first one's limits, which are nearly always all. */
    private Map<KeyedIn, Optional<Linked>> linkTogether(List<KeyedIn> all, Moment at) {
        AttemptLimits limits = all.get(0).limits();
        List<KeyedIn> alike =
                all.stream().filter(one -> one.limits().equals(limits)).toList();
        String sql = limits.perMinute() == 0 ? SessionSql.LINK_ALL : SessionSql.LINK_ALL_WITHIN_LIMIT;
        return steps.step(handle -> handle.createQuery(sql)
                .bindNamedArgumentFinder(at)
                .bind("codes", allBytes(alike, one -> one.code().current().bytes()))
                .bind("calls", allBytes(alike, one -> one.call().current().bytes()))
                .bind("per_call", number(limits.perCall()))
                .bind("per_minute", number(limits.perMinute()))
                .map((row, context) -> Map.entry(KeyedIn.of(row, limits), Optional.of(linked(row))))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Optional<Linked> update(KeyedIn keyedIn, Moment at) {
        Fingerprints<PhoneSessionId> call = keyedIn.call();
        AttemptLimits limits = keyedIn.limits();
        KeyedSql sql = limits.perMinute() == 0 ? SessionSql.LINK : SessionSql.LINK_WITHIN_LIMIT;
        return steps.exclusive(
                call,
                handle -> handle.createQuery(sql.of(call))
                        .bindNamedArgumentFinder(at)
                        .bindNamedArgumentFinder(all("codes", keyedIn.code()))
                        .bindNamedArgumentFinder(all("calls", call))
                        .bind("call", bytes(call.current()))
                        .bind("per_call", number(limits.perCall()))
                        .bind("per_minute", number(limits.perMinute()))
                        .map((row, context) -> linked(row))
                        .findOne());
    }

    /** The call's id stands in another session: one that is gone makes room, a live one means that this is a wrong code. */
    private Optional<Linked> updateAfterFreeing(KeyedIn keyedIn, Moment at) {
        steps.step(handle -> handle.createUpdate(SessionSql.FREE_CALL.of(keyedIn.call()))
                .bindNamedArgumentFinder(at)
                .bindNamedArgumentFinder(all("calls", keyedIn.call()))
                .execute());
        try {
            return update(keyedIn, at);
        } catch (JdbiException e) {
            if (!Trouble.isUniqueViolation(e)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static Linked linked(ResultSet row) throws SQLException {
        return new Linked(
                Binding.fingerprint(row, "session"),
                new Purpose(row.getString("purpose")),
                Binding.instant(row, "started_at"),
                row.getBoolean("relinked"));
    }

    /** A code that was keyed in during a call. */
    private record KeyedIn(Fingerprints<DtmfCode> code, Fingerprints<PhoneSessionId> call, AttemptLimits limits) {
        /** Both of them, since in one batch a call may key in two codes, and two calls one code. */
        static KeyedIn of(ResultSet linked, AttemptLimits limits) throws SQLException {
            return new KeyedIn(
                    new Fingerprints<>(List.of(Binding.<DtmfCode>fingerprint(linked, "code"))),
                    new Fingerprints<>(List.of(Binding.<PhoneSessionId>fingerprint(linked, "call"))),
                    limits);
        }
    }
}
