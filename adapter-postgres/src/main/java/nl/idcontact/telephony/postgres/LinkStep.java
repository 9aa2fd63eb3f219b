package nl.idcontact.telephony.postgres;

import static nl.idcontact.telephony.postgres.Binding.bytes;
import static nl.idcontact.telephony.postgres.Binding.number;
import static nl.idcontact.telephony.postgres.KeyedSql.all;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.Fingerprints;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.port.LinkOutcome;
import nl.idcontact.telephony.domain.port.LinkOutcome.Linked;
import org.jdbi.v3.core.JdbiException;

/** Ties a call to a session: one statement if all is well; what went wrong is found out, and counted, only then. */
final class LinkStep {
    private final Steps steps;

    LinkStep(Steps steps) {
        this.steps = steps;
    }

    LinkOutcome link(Fingerprints<DtmfCode> code, Fingerprints<PhoneSessionId> call, AttemptLimits limits, Moment at) {
        Optional<Linked> linked;
        try {
            linked = update(code, call, limits, at);
        } catch (JdbiException e) {
            if (!Trouble.isUniqueViolation(e)) {
                throw e;
            }
            linked = updateAfterFreeing(code, call, limits, at);
        }
        if (linked.isPresent()) {
            return linked.get();
        }
        return steps.transaction(handle -> new WrongCodes(handle, at).count(call, limits));
    }

    private Optional<Linked> update(
            Fingerprints<DtmfCode> code, Fingerprints<PhoneSessionId> call, AttemptLimits limits, Moment at) {
        KeyedSql sql = limits.perMinute() == 0 ? SessionSql.LINK : SessionSql.LINK_WITHIN_LIMIT;
        return steps.exclusive(
                call,
                handle -> handle.createQuery(sql.of(call))
                        .bindNamedArgumentFinder(at)
                        .bindNamedArgumentFinder(all("codes", code))
                        .bindNamedArgumentFinder(all("calls", call))
                        .bind("call", bytes(call.current()))
                        .bind("per_call", number(limits.perCall()))
                        .bind("per_minute", number(limits.perMinute()))
                        .map((row, context) -> linked(row))
                        .findOne());
    }

    /** The call's id stands in another session: one that is gone makes room, a live one means that this is a wrong code. */
    private Optional<Linked> updateAfterFreeing(
            Fingerprints<DtmfCode> code, Fingerprints<PhoneSessionId> call, AttemptLimits limits, Moment at) {
        steps.step(handle -> handle.createUpdate(SessionSql.FREE_CALL.of(call))
                .bindNamedArgumentFinder(at)
                .bindNamedArgumentFinder(all("calls", call))
                .execute());
        try {
            return update(code, call, limits, at);
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
}
