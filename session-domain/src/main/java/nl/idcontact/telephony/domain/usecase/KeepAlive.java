package nl.idcontact.telephony.domain.usecase;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.ReleaseToken;
import nl.idcontact.telephony.domain.port.SessionFeedback;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.SessionStore.TouchOutcome;
import nl.idcontact.telephony.domain.port.StoredSession;

/** Keeps a session alive while an agent works with it, and lets the auth plugin know, at most once a minute. */
public final class KeepAlive {
    private final Permission permission;
    private final SealedResults results;
    private final SessionStore store;
    private final SessionFeedback feedback;
    private final InstantSource clock;

    /** Takes what it needs of the parts that the domain is wired from. */
    public KeepAlive(SessionDomain.Parts parts) {
        this.permission = new Permission(parts);
        this.results = new SealedResults(parts.keys(), parts.random());
        this.store = parts.store();
        this.feedback = parts.feedback();
        this.clock = parts.clock();
    }

    /**
     * Renews the last activity.
     *
     * @return whether there is such a session, and it may be touched with this token
     * @throws nl.idcontact.telephony.domain.port.StoreUnavailable if the store cannot be reached
     */
    public boolean keepAlive(PhoneSessionId call, Optional<ReleaseToken> token) {
        Instant now = clock.instant();
        Optional<StoredSession> session = permission.session(call, token, now);
        if (session.isEmpty()) {
            return false;
        }
        TouchOutcome outcome = store.touch(session.get().session(), now);
        if (outcome == TouchOutcome.RENEWED_FEEDBACK_DUE) {
            sessionUrl(session.get()).ifPresent(feedback::userActive);
        }
        return outcome != TouchOutcome.GONE;
    }

    private Optional<URI> sessionUrl(StoredSession session) {
        return results.open(session).flatMap(AuthResult::sessionUrl);
    }
}
