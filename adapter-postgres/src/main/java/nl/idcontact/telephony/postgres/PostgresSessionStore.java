package nl.idcontact.telephony.postgres;

import static nl.idcontact.telephony.postgres.Binding.allBytes;
import static nl.idcontact.telephony.postgres.Binding.array;
import static nl.idcontact.telephony.postgres.Binding.bytes;
import static nl.idcontact.telephony.postgres.Binding.time;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Fingerprints;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.model.Watch;
import nl.idcontact.telephony.domain.port.ChangedSession;
import nl.idcontact.telephony.domain.port.LinkOutcome;
import nl.idcontact.telephony.domain.port.NewSession;
import nl.idcontact.telephony.domain.port.ReceivedResult;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.StoredSession;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Sessions in PostgreSQL, shared by as many instances as there are. Times are kept in microseconds. */
public final class PostgresSessionStore implements SessionStore {
    private final Steps steps;
    private final CreateStep creations;
    private final ReceiveStep results;
    private final LinkStep links;
    private final FindStep finds;
    private final Lifetime lifetime;
    private final SessionRows rows;

    /**
     * @param database whose tables are there already ({@link PostgresDatabase#migrate})
     * @param lifetime how long a session lives, the same on every instance
     */
    public PostgresSessionStore(DataSource database, Lifetime lifetime) {
        this.steps = new Steps(Jdbi.create(database).installPlugin(new PostgresPlugin()));
        this.lifetime = lifetime;
        this.rows = new SessionRows(lifetime);
        this.creations = new CreateStep(steps);
        this.results = new ReceiveStep(steps);
        this.links = new LinkStep(steps);
        this.finds = new FindStep(steps, rows);
    }

    @Override
    public CreateOutcome create(NewSession session, Instant now) {
        return creations.create(session, at(now));
    }

    @Override
    public Receipt receive(ReceivedResult result, Instant now) {
        return results.receive(result, at(now));
    }

    @Override
    public LinkOutcome link(
            Fingerprints<DtmfCode> code, Fingerprints<PhoneSessionId> call, AttemptLimits limits, Instant now) {
        return links.link(code, call, limits, at(now));
    }

    @Override
    public Optional<StoredSession> find(Fingerprints<PhoneSessionId> call, Instant now) {
        return finds.find(call, at(now));
    }

    @Override
    public TouchOutcome touch(Fingerprint<ResultCode> session, Instant now) {
        return steps.step(handle -> handle.createQuery(SessionSql.TOUCH)
                .bindNamedArgumentFinder(at(now))
                .bind("session", bytes(session))
                .mapTo(Boolean.class)
                .findOne()
                .map(due -> due ? TouchOutcome.RENEWED_FEEDBACK_DUE : TouchOutcome.RENEWED)
                .orElse(TouchOutcome.GONE));
    }

    @Override
    public Optional<Removed> end(Fingerprint<ResultCode> session, Instant now) {
        return steps.step(handle -> handle.createQuery(SessionSql.END)
                .bindNamedArgumentFinder(at(now))
                .bind("session", bytes(session))
                .map((row, context) -> new Removed(Optional.ofNullable(row.getBytes("sealed"))))
                .findOne());
    }

    @Override
    public List<ChangedSession> changed(Collection<Watch> watched, Instant now) {
        if (watched.isEmpty()) {
            return List.of();
        }
        return steps.step(handle -> handle.createQuery(SessionSql.CHANGED)
                .bindNamedArgumentFinder(at(now))
                .bind("sessions", allBytes(watched, watch -> watch.session().bytes()))
                .bind(
                        "results_seen",
                        array("boolean", watched.stream().map(Watch::resultSeen).toArray(Boolean[]::new)))
                .bind(
                        "activities",
                        array(
                                "bigint",
                                watched.stream()
                                        .map(Watch::lastActivity)
                                        .map(Binding::micros)
                                        .toArray(Long[]::new)))
                .map((row, context) -> rows.changed(row))
                .list());
    }

    @Override
    public Purged purge(int limit, Instant now) {
        Moment moment = at(now);
        return steps.step(handle -> {
            int sessions = handle.createUpdate(SessionSql.PURGE)
                    .bindNamedArgumentFinder(moment)
                    .bind("youngest_expired", time(moment.youngestExpired()))
                    .bind("limit", limit)
                    .execute();
            int attempts = handle.createUpdate(SessionSql.PURGE_ATTEMPTS)
                    .bindNamedArgumentFinder(moment)
                    .bind("limit", limit)
                    .execute();
            // Twice as long as they count, so that nobody finds a limit reached and then no reason for it.
            handle.createUpdate(SessionSql.PURGE_WRONG_CODES)
                    .bind("long_ago", time(moment.now().minus(WrongCodes.MINUTE.multipliedBy(2))))
                    .execute();
            return new Purged(sessions, sessions == limit || attempts == limit);
        });
    }

    @Override
    public Optional<Instant> oldestStart() {
        return steps.step(handle -> handle.createQuery(SessionSql.OLDEST_START)
                .map((row, context) -> Binding.instant(row, "started_at"))
                .findOne());
    }

    private Moment at(Instant now) {
        return new Moment(now, lifetime);
    }
}
