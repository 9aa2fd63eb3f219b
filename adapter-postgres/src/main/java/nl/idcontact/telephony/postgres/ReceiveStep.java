package nl.idcontact.telephony.postgres;

import static java.util.stream.Collectors.toMap;
import static nl.idcontact.telephony.postgres.Binding.allBytes;
import static nl.idcontact.telephony.postgres.Binding.bytes;
import static nl.idcontact.telephony.postgres.Binding.fingerprint;
import static nl.idcontact.telephony.postgres.KeyedSql.all;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Fingerprints;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.port.ReceivedResult;
import nl.idcontact.telephony.domain.port.SealedResult;
import nl.idcontact.telephony.domain.port.SessionStore.Receipt;
import nl.idcontact.telephony.domain.port.SessionStore.ReceiveOutcome;
import org.jdbi.v3.core.Handle;

/** Stores an auth result: one statement if all is well; why it was not stored is asked only then. */
final class ReceiveStep {
    private final Steps steps;
    private final Batches<ReceivedResult, Receipt> batches =
            new Batches<>(result -> only(result).session(), this::receiveAlone, this::receiveTogether);

    ReceiveStep(Steps steps) {
        this.steps = steps;
    }

    Receipt receive(ReceivedResult result, Moment at) {
        return result.candidates().size() == 1 ? batches.make(result, at) : receiveAlone(result, at);
    }

    private Receipt receiveAlone(ReceivedResult result, Moment at) {
        return steps.step(handle -> result.candidates().stream()
                .filter(candidate -> isStored(handle, candidate, at))
                .findFirst()
                .map(stored -> stored(stored.session()))
                .orElseGet(() -> whyNotStored(handle, result, at)));
    }

    private Map<Fingerprint<?>, Receipt> receiveTogether(List<ReceivedResult> results, Moment at) {
        List<SealedResult> sealed = results.stream().map(ReceiveStep::only).toList();
        return steps.step(handle -> handle.createQuery(SessionSql.RECEIVE_ALL)
                .bindNamedArgumentFinder(at)
                .bind("sessions", allBytes(sealed, result -> result.session().bytes()))
                .bind("tokens", allBytes(sealed, result -> result.token().bytes()))
                .bind("sealed", allBytes(sealed, SealedResult::sealed))
                .map((row, context) -> Binding.<ResultCode>fingerprint(row, "session"))
                .collect(toMap(session -> session, ReceiveStep::stored)));
    }

    private static SealedResult only(ReceivedResult result) {
        return result.candidates().get(0);
    }

    private static Receipt stored(Fingerprint<ResultCode> session) {
        return new Receipt(ReceiveOutcome.STORED, Optional.of(session));
    }

    private static boolean isStored(Handle handle, SealedResult candidate, Moment at) {
        return handle.createUpdate(SessionSql.RECEIVE)
                        .bindNamedArgumentFinder(at)
                        .bind("session", bytes(candidate.session()))
                        .bind("token", bytes(candidate.token()))
                        .bind("sealed", bytes(candidate.sealed()))
                        .execute()
                == 1;
    }

    private static Receipt whyNotStored(Handle handle, ReceivedResult result, Moment at) {
        Fingerprints<ResultCode> sessions = new Fingerprints<>(
                result.candidates().stream().map(SealedResult::session).toList());
        return handle.createQuery(SessionSql.SAME_TOKEN.of(sessions))
                .bindNamedArgumentFinder(at)
                .bindNamedArgumentFinder(all("tokens", result.token()))
                .bindNamedArgumentFinder(all("sessions", sessions))
                .map((row, context) -> new Receipt(
                        row.getBoolean("same") ? ReceiveOutcome.REPEATED : ReceiveOutcome.ALREADY_RECEIVED,
                        Optional.of(fingerprint(row, "session"))))
                .findOne()
                .orElse(new Receipt(ReceiveOutcome.UNKNOWN_SESSION, Optional.empty()));
    }
}
