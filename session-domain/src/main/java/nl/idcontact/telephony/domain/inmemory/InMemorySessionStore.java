package nl.idcontact.telephony.domain.inmemory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
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
import nl.idcontact.telephony.domain.port.SealedResult;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.StoredSession;

/** Sessions in the memory of one process, for those who embed the domain without a database. One lock guards all. */
public final class InMemorySessionStore implements SessionStore {
    private static final Duration FEEDBACK_INTERVAL = Duration.ofMinutes(1);

    private final Lifetime lifetime;
    private final Misses misses;
    private final Map<Fingerprint<ResultCode>, KeptSession> sessions = new HashMap<>();
    private final Map<Fingerprint<DtmfCode>, KeptSession> byCode = new HashMap<>();
    private final Map<Fingerprint<PhoneSessionId>, KeptSession> byCall = new HashMap<>();

    /** Makes an empty store, whose sessions live as long as {@code lifetime} says. */
    public InMemorySessionStore(Lifetime lifetime) {
        this.lifetime = lifetime;
        this.misses = new Misses(lifetime.ttl());
    }

    @Override
    public synchronized CreateOutcome create(NewSession session, Instant now) {
        if (first(session.code(), byCode, now).isPresent()) {
            return CreateOutcome.CODE_TAKEN;
        }
        KeptSession kept = new KeptSession(session, now);
        sessions.put(kept.name, kept);
        byCode.put(kept.code, kept);
        return CreateOutcome.CREATED;
    }

    @Override
    public synchronized Receipt receive(ReceivedResult received, Instant now) {
        for (SealedResult candidate : received.candidates()) {
            KeptSession kept = sessions.get(candidate.session());
            if (kept == null || !kept.isLive(lifetime, now)) {
                continue;
            }
            if (kept.result == null) {
                kept.result = candidate;
                kept.lastActivity = now;
                return new Receipt(ReceiveOutcome.STORED, Optional.of(kept.name));
            }
            boolean same = received.token().all().contains(kept.result.token());
            return new Receipt(
                    same ? ReceiveOutcome.REPEATED : ReceiveOutcome.ALREADY_RECEIVED, Optional.of(kept.name));
        }
        return new Receipt(ReceiveOutcome.UNKNOWN_SESSION, Optional.empty());
    }

    @Override
    public synchronized LinkOutcome link(
            Fingerprints<DtmfCode> code, Fingerprints<PhoneSessionId> call, AttemptLimits limits, Instant now) {
        int missed = misses.of(call, now);
        if (missed >= limits.perCall()) {
            return LinkOutcome.TooManyAttempts.TOO_MANY_ATTEMPTS;
        }
        Optional<Duration> wait = misses.untilNextIsBorne(limits, now);
        if (wait.isPresent()) {
            return new LinkOutcome.TooManyWrongCodes(wait.get());
        }
        Optional<KeptSession> found = first(code, byCode, now).filter(kept -> mayLink(kept, call, now));
        if (found.isEmpty()) {
            misses.add(call, limits, now);
            return new LinkOutcome.UnknownCode(limits.perCall() - missed - 1);
        }
        return link(found.get(), call, now);
    }

    private boolean mayLink(KeptSession kept, Fingerprints<PhoneSessionId> call, Instant now) {
        boolean callIsFree = first(call, byCall, now).isEmpty();
        return kept.isLinkedTo(call) || (kept.call == null && callIsFree);
    }

    private LinkOutcome link(KeptSession kept, Fingerprints<PhoneSessionId> call, Instant now) {
        boolean repeated = kept.call != null;
        if (!repeated) {
            kept.call = call.current();
            kept.linkedAt = now;
            byCall.put(call.current(), kept);
        }
        kept.lastActivity = now;
        return new LinkOutcome.Linked(kept.name, kept.purpose, kept.startedAt, repeated);
    }

    @Override
    public synchronized Optional<StoredSession> find(Fingerprints<PhoneSessionId> call, Instant now) {
        return first(call, byCall, now).map(kept -> kept.read(lifetime));
    }

    @Override
    public synchronized TouchOutcome touch(Fingerprint<ResultCode> session, Instant now) {
        KeptSession kept = sessions.get(session);
        if (kept == null || !kept.isLive(lifetime, now)) {
            return TouchOutcome.GONE;
        }
        kept.lastActivity = now;
        boolean told = kept.feedbackAt != null && now.isBefore(kept.feedbackAt.plus(FEEDBACK_INTERVAL));
        if (kept.result == null || told) {
            return TouchOutcome.RENEWED;
        }
        kept.feedbackAt = now;
        return TouchOutcome.RENEWED_FEEDBACK_DUE;
    }

    @Override
    public synchronized Optional<Removed> end(Fingerprint<ResultCode> session, Instant now) {
        KeptSession kept = sessions.get(session);
        if (kept == null || !kept.isLive(lifetime, now)) {
            return Optional.empty();
        }
        remove(kept);
        return Optional.of(new Removed(Optional.ofNullable(kept.result).map(SealedResult::sealed)));
    }

    @Override
    public synchronized List<ChangedSession> changed(List<Watch> watched, Instant now) {
        List<ChangedSession> changes = new ArrayList<>();
        for (int index = 0; index < watched.size(); index++) {
            Watch watch = watched.get(index);
            KeptSession kept = sessions.get(watch.session());
            if (kept == null || !kept.isLive(lifetime, now)) {
                changes.add(new ChangedSession(index, Optional.empty()));
            } else if (!watch.version().equals(kept.version())) {
                changes.add(new ChangedSession(index, Optional.of(kept.read(lifetime))));
            }
        }
        return changes;
    }

    @Override
    public synchronized Purged purge(int limit, Instant now) {
        List<KeptSession> expired = sessions.values().stream()
                .filter(Predicate.not(kept -> kept.isLive(lifetime, now)))
                .limit(limit)
                .toList();
        expired.forEach(this::remove);
        misses.forget(now);
        return new Purged(expired.size(), expired.size() == limit);
    }

    @Override
    public synchronized Optional<Instant> oldestStart() {
        return sessions.values().stream().map(kept -> kept.startedAt).min(Comparator.naturalOrder());
    }

    private <T> Optional<KeptSession> first(
            Fingerprints<T> fingerprints, Map<Fingerprint<T>, KeptSession> index, Instant now) {
        return fingerprints.all().stream()
                .map(index::get)
                .filter(Objects::nonNull)
                .filter(kept -> kept.isLive(lifetime, now))
                .findFirst();
    }

    private void remove(KeptSession kept) {
        sessions.remove(kept.name);
        byCode.remove(kept.code, kept);
        if (kept.call != null) {
            byCall.remove(kept.call, kept);
        }
    }
}
