package nl.idcontact.telephony.domain.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.model.AttributeRelease;
import nl.idcontact.telephony.domain.model.AttributeRelease.NoSession;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.Watch;
import nl.idcontact.telephony.domain.port.ChangedSession;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.StoredSession;

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

    /** Somebody who has been shown the session of a call. */
    public interface Follower {
        /** The call. */
        PhoneSessionId call();

        /** What was shown of its session, which is the right to be shown more of it. */
        Watch watch();
    }

    /**
     * Those whose session has changed, with what they may see of it now. {@code NoSession} means ended.
     *
     * @throws nl.idcontact.telephony.domain.port.StoreUnavailable if the store cannot be reached
     * @throws IllegalStateException if what is stored for one of them cannot be opened; then nobody is told anything
     */
    public <F extends Follower> Map<F, AttributeRelease> changes(List<F> followers) {
        Instant now = clock.instant();
        List<Watch> seen = followers.stream().map(Follower::watch).toList();
        Map<F, AttributeRelease> changes = new HashMap<>();
        for (ChangedSession change : store.changed(seen, now)) {
            F follower = followers.get(change.index());
            boolean resultSeen = seen.get(change.index()).resultSeen();
            changes.put(
                    follower,
                    change.now()
                            .map(stored -> show(stored, follower.call(), resultSeen, now))
                            .orElse(NoSession.NO_SESSION));
        }
        return changes;
    }

    private AttributeRelease show(StoredSession stored, PhoneSessionId call, boolean resultSeen, Instant now) {
        return resultSeen ? release.show(stored) : release.release(stored, call, now);
    }
}
