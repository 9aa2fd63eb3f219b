package nl.idcontact.telephony.postgres;

import static nl.idcontact.telephony.postgres.Binding.allBytes;
import static nl.idcontact.telephony.postgres.Binding.bytes;

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
        return steps.exclusive(
                call,
                handle -> at.bind(handle.createQuery(SessionSql.LINK))
                        .bind("codes", allBytes(code.all()))
                        .bind("call", bytes(call.current()))
                        .bind("calls", allBytes(call.all()))
                        .bind("per_call", limits.perCall())
                        .bind("per_minute", limits.perMinute())
                        .map((row, context) -> linked(row))
                        .findOne());
    }

    /** The call's id stands in another session: one that is gone makes room, a live one means that this is a wrong code. */
    private Optional<Linked> updateAfterFreeing(
            Fingerprints<DtmfCode> code, Fingerprints<PhoneSessionId> call, AttemptLimits limits, Moment at) {
        steps.step(handle -> at.bind(handle.createUpdate(SessionSql.FREE_CALL))
                .bind("calls", allBytes(call.all()))
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
