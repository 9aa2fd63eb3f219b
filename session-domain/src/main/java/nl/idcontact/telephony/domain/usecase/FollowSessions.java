package nl.idcontact.telephony.domain.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.model.AttributeRelease;
import nl.idcontact.telephony.domain.model.AttributeRelease.NoSession;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.model.Watch;
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
        Map<Fingerprint<ResultCode>, PhoneSessionId> calls = followed.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().session(), Map.Entry::getValue, (one, same) -> one));
        return store.changed(List.copyOf(followed.keySet()), now).stream()
                .collect(Collectors.toMap(
                        change -> change.session(),
                        change -> change.now()
                                .map(stored -> release.release(stored, call(calls, change.session()), now))
                                .orElse(NoSession.NO_SESSION),
                        (one, same) -> one));
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
