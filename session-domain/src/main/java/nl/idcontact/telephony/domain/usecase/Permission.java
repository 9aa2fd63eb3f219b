package nl.idcontact.telephony.domain.usecase;

import java.time.Instant;
import java.util.Optional;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.ReleaseToken;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.port.SessionEvents;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.StoredSession;
import nl.idcontact.telephony.domain.secrecy.StorageKeys;

/** The one gate before everything that an agent may do: a live session of this call, and the token that was made for both. */
final class Permission {
    private final SessionStore store;
    private final SessionEvents events;
    private final StorageKeys keys;
    private final boolean tokenRequired;

    Permission(SessionDomain.Parts parts) {
        this.store = parts.store();
        this.events = parts.events();
        this.keys = parts.keys();
        this.tokenRequired = parts.settings().releaseTokenRequired();
    }

    /** The session, if it may be had; a refusal does not tell why. */
    Optional<StoredSession> session(PhoneSessionId call, Optional<ReleaseToken> token, Instant now) {
        Optional<StoredSession> session = store.find(keys.of(call), now).filter(found -> isAllowed(found, call, token));
        if (session.isEmpty()) {
            events.happened(new SessionEvent.ReleaseRefused(call));
        }
        return session;
    }

    private boolean isAllowed(StoredSession session, PhoneSessionId call, Optional<ReleaseToken> token) {
        return !tokenRequired
                || token.filter(presented -> keys.accepts(presented, session.session(), call))
                        .isPresent();
    }
}
