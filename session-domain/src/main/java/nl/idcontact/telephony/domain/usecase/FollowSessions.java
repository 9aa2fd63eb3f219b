package nl.idcontact.telephony.domain.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.model.AttributeRelease;
import nl.idcontact.telephony.domain.model.AttributeRelease.NoSession;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.model.Watch;
import nl.idcontact.telephony.domain.port.ChangedSession;
import nl.idcontact.telephony.domain.port.SessionStore;

/** Tells those who have been shown a session what has changed since, many at once. */
public final class FollowSessions {
    private final SessionStore store;
    private final ReleaseAttributes release;
    private final InstantSource clock;

    /**
     * Takes what it needs of the parts that the domain is wired from.
     *
     * @param parts the parts
     * @param release how a session is shown
     */
    public FollowSessions(SessionDomain.Parts parts, ReleaseAttributes release) {
        this.store = parts.store();
        this.release = release;
        this.clock = parts.clock();
    }

    /**
     * What has changed of the followed sessions; those that have not, are absent. {@code NoSession} means ended.
     *
     * @param followed each call with what it has seen of its session, which is the right to be shown more of it
     * @throws nl.idcontact.telephony.domain.port.StoreUnavailable if the store cannot be reached
     */
    public Map<Fingerprint<ResultCode>, AttributeRelease> changes(Map<Watch, PhoneSessionId> followed) {
        Instant now = clock.instant();
        Map<Fingerprint<ResultCode>, PhoneSessionId> calls = new HashMap<>();
        Set<Fingerprint<ResultCode>> unseen = new HashSet<>();
        followed.forEach((watch, call) -> {
            calls.put(watch.session(), call);
            if (!watch.resultSeen()) {
                unseen.add(watch.session());
            }
        });
        Map<Fingerprint<ResultCode>, AttributeRelease> changes = new HashMap<>();
        for (ChangedSession change : store.changed(List.copyOf(followed.keySet()), now)) {
            boolean first = unseen.contains(change.session());
            changes.computeIfAbsent(
                    change.session(),
                    session -> change.now()
                            .map(stored ->
                                    first ? release.release(stored, call(calls, session), now) : release.show(stored))
                            .orElse(NoSession.NO_SESSION));
        }
        return changes;
    }

    private static PhoneSessionId call(
            Map<Fingerprint<ResultCode>, PhoneSessionId> calls, Fingerprint<ResultCode> session) {
        PhoneSessionId call = calls.get(session);
        if (call == null) {
            throw new IllegalStateException("The store reported a session that nobody follows");
        }
        return call;
    }
}
