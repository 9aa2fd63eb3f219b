package nl.idcontact.telephony.postgres;

import static nl.idcontact.telephony.postgres.Binding.allBytes;
import static nl.idcontact.telephony.postgres.Binding.array;
import static nl.idcontact.telephony.postgres.Binding.bytes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
    private final Purge purge;
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
        this.purge = new Purge(steps);
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
    public List<ChangedSession> changed(List<Watch> watched, Instant now) {
        if (watched.isEmpty()) {
            return List.of();
        }
        return steps.step(handle -> handle.createQuery(SessionSql.CHANGED)
                .bindNamedArgumentFinder(at(now))
                .bind("sessions", allBytes(watched, watch -> watch.session().bytes()))
                .bind(
                        "places",
                        array("tid", versions(watched, RowVersion::place).toArray(String[]::new)))
                .bind(
                        "transactions",
                        array(
                                "integer",
                                versions(watched, RowVersion::transaction).toArray(Integer[]::new)))
                .map((row, context) -> rows.changed(row))
                .list());
    }

    @Override
    public Purged purge(int limit, Instant now) {
        return purge.batch(limit, at(now));
    }

    @Override
    public Optional<Instant> oldestStart() {
        return steps.step(handle -> handle.createQuery(SessionSql.OLDEST_START)
                .map((row, context) -> Binding.instant(row, "started_at"))
                .findOne());
    }

    private static <T> Stream<T> versions(List<Watch> watched, Function<RowVersion, T> part) {
        return watched.stream().map(watch -> (RowVersion) watch.version()).map(part);
    }

    private Moment at(Instant now) {
        return new Moment(now, lifetime);
    }
}
