package nl.idcontact.telephony.postgres;

import static java.util.stream.Collectors.toMap;
import static nl.idcontact.telephony.postgres.Binding.allBytes;
import static nl.idcontact.telephony.postgres.Binding.allTexts;
import static nl.idcontact.telephony.postgres.Binding.bytes;
import static nl.idcontact.telephony.postgres.Binding.fingerprint;
import static nl.idcontact.telephony.postgres.Binding.text;
import static nl.idcontact.telephony.postgres.KeyedSql.all;

import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.port.NewSession;
import nl.idcontact.telephony.domain.port.SealedResult;
import nl.idcontact.telephony.domain.port.SessionStore.CreateOutcome;
import org.jspecify.annotations.Nullable;

/** Stores a new session. */
final class CreateStep {
    /** New rows are small and of one batch go to one page, where each must find room for its auth result later. */
    private static final int LARGEST_BATCH = 3;

    private final Steps steps;
    private final Batches<NewSession, CreateOutcome> batches =
            new Batches<>(LARGEST_BATCH, NewSession::session, this::createAlone, this::createTogether);

    CreateStep(Steps steps) {
        this.steps = steps;
    }

    CreateOutcome create(NewSession session, Moment at) {
        return session.code().isOne() ? batches.make(session, at) : createAlone(session, at);
    }

    private CreateOutcome createAlone(NewSession session, Moment at) {
        int created = steps.exclusive(
                session.code(),
                handle -> handle.createUpdate(SessionSql.CREATE.of(session.code()))
                        .bindNamedArgumentFinder(at)
                        .bind("session", bytes(session.session()))
                        .bind("code", bytes(session.code().current()))
                        .bindNamedArgumentFinder(all("codes", session.code()))
                        .bind("purpose", text(session.purpose().tag()))
                        .bind("token", bytes(token(session)))
                        .bind("sealed", bytes(sealed(session)))
                        .execute());
        return created == 1 ? CreateOutcome.CREATED : CreateOutcome.CODE_TAKEN;
    }

    private Map<Fingerprint<?>, CreateOutcome> createTogether(List<NewSession> sessions, Moment at) {
        return steps.step(handle -> handle.createQuery(SessionSql.CREATE_ALL)
                .bindNamedArgumentFinder(at)
                .bind(
                        "sessions",
                        allBytes(sessions, session -> session.session().bytes()))
                .bind(
                        "codes",
                        allBytes(sessions, session -> session.code().current().bytes()))
                .bind(
                        "purposes",
                        allTexts(sessions, session -> session.purpose().tag()))
                .bind("tokens", allBytes(sessions, CreateStep::token))
                .bind("sealed", allBytes(sessions, CreateStep::sealed))
                .map((row, context) -> fingerprint(row, "session"))
                .collect(toMap(session -> session, created -> CreateOutcome.CREATED)));
    }

    private static byte @Nullable [] token(NewSession session) {
        return session.result().map(SealedResult::token).map(Fingerprint::bytes).orElse(null);
    }

    private static byte @Nullable [] sealed(NewSession session) {
        return session.result().map(SealedResult::sealed).orElse(null);
    }
}
