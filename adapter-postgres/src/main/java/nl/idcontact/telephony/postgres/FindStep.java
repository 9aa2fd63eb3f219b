package nl.idcontact.telephony.postgres;

import static java.util.stream.Collectors.toMap;
import static nl.idcontact.telephony.postgres.Binding.allBytes;
import static nl.idcontact.telephony.postgres.Binding.fingerprint;
import static nl.idcontact.telephony.postgres.KeyedSql.all;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Fingerprints;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.port.StoredSession;

/** Finds the session of a call. */
final class FindStep {
    private final Steps steps;
    private final SessionRows rows;
    private final Batches<Fingerprints<PhoneSessionId>, Optional<StoredSession>> batches =
            new Batches<>(Fingerprints::current, this::findAlone, this::findTogether);

    FindStep(Steps steps, SessionRows rows) {
        this.steps = steps;
        this.rows = rows;
    }

    Optional<StoredSession> find(Fingerprints<PhoneSessionId> call, Moment at) {
        return call.isOne() ? batches.make(call, at) : findAlone(call, at);
    }

    private Optional<StoredSession> findAlone(Fingerprints<PhoneSessionId> call, Moment at) {
        return steps.step(handle -> handle.createQuery(SessionSql.FIND.of(call))
                .bindNamedArgumentFinder(at)
                .bindNamedArgumentFinder(all("calls", call))
                .map((row, context) -> rows.session(row))
                .findOne());
    }

    private Map<Fingerprint<?>, Optional<StoredSession>> findTogether(
            List<Fingerprints<PhoneSessionId>> calls, Moment at) {
        return steps.step(handle -> handle.createQuery(SessionSql.FIND_ALL)
                .bindNamedArgumentFinder(at)
                .bind("calls", allBytes(calls, call -> call.current().bytes()))
                .map((row, context) -> Map.entry(fingerprint(row, "call"), Optional.of(rows.session(row))))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
