package nl.idcontact.telephony.domain.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.ReleaseToken;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.port.SessionEvents;
import nl.idcontact.telephony.domain.port.SessionFeedback;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.SessionStore.Removed;
import nl.idcontact.telephony.domain.port.StoredSession;

/** Logs a resident out: the session is gone for every agent, once and for all, and the auth plugin is told. */
public final class EndSession {
    private final Permission permission;
    private final SealedResults results;
    private final SessionStore store;
    private final SessionFeedback feedback;
    private final SessionEvents events;
    private final InstantSource clock;

    /** Takes what it needs of the parts that the domain is wired from. */
    public EndSession(SessionDomain.Parts parts) {
        this.permission = new Permission(parts);
        this.results = new SealedResults(parts.keys(), parts.random());
        this.store = parts.store();
        this.feedback = parts.feedback();
        this.events = parts.events();
        this.clock = parts.clock();
    }

    /**
     * Ends the session of {@code call}. Of those who race, one tells the auth plugin.
     *
     * @return whether there was such a session, and it could be ended with this token
     * @throws nl.idcontact.telephony.domain.port.StoreUnavailable if the store cannot be reached
     */
    public boolean end(PhoneSessionId call, Optional<ReleaseToken> token) {
        Instant now = clock.instant();
        Optional<Fingerprint<ResultCode>> session =
                permission.session(call, token, now).map(StoredSession::session);
        Optional<Removed> removed = session.flatMap(name -> store.end(name, now));
        if (session.isEmpty() || removed.isEmpty()) {
            return false;
        }
        events.happened(new SessionEvent.Ended(session.get(), call));
        results.open(session.get(), removed.get().sealedResult())
                .flatMap(AuthResult::sessionUrl)
                .ifPresent(feedback::logout);
        return true;
    }
}
