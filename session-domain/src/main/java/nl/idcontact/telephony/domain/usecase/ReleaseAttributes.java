package nl.idcontact.telephony.domain.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.model.AttributeRelease;
import nl.idcontact.telephony.domain.model.AttributeRelease.AuthenticationFailed;
import nl.idcontact.telephony.domain.model.AttributeRelease.AwaitingAuthResult;
import nl.idcontact.telephony.domain.model.AttributeRelease.NoSession;
import nl.idcontact.telephony.domain.model.AttributeRelease.Released;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.LinkedSession;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.ReleaseToken;
import nl.idcontact.telephony.domain.model.Watch;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.port.SessionEvents;
import nl.idcontact.telephony.domain.port.StoredSession;

/** Hands the verified attributes of a call to the agent who may see them. Changes nothing. */
public final class ReleaseAttributes {
    private final Permission permission;
    private final SealedResults results;
    private final SessionEvents events;
    private final InstantSource clock;

    /** Takes what it needs of the parts that the domain is wired from. */
    public ReleaseAttributes(SessionDomain.Parts parts) {
        this.permission = new Permission(parts);
        this.results = new SealedResults(parts.keys(), parts.random());
        this.events = parts.events();
        this.clock = parts.clock();
    }

    /**
     * What may be seen of {@code call} at this moment.
     *
     * @param token as it was presented; without one there is nothing, unless tokens are not required
     * @throws nl.idcontact.telephony.domain.port.StoreUnavailable if the store cannot be reached
     */
    public AttributeRelease release(PhoneSessionId call, Optional<ReleaseToken> token) {
        Instant now = clock.instant();
        return permission
                .session(call, token, now)
                .map(session -> release(session, call, now))
                .orElse(NoSession.NO_SESSION);
    }

    /** What may be seen of a session whose follower has shown the right to it, who sees its attributes for the first time. */
    AttributeRelease release(StoredSession stored, PhoneSessionId call, Instant now) {
        AttributeRelease shown = show(stored);
        if (shown instanceof Released released) {
            events.happened(new SessionEvent.Released(
                    stored.session(), call, released.attributes().names(), Duration.between(stored.linkedAt(), now)));
        }
        return shown;
    }

    /** What may be seen of a session whose follower has seen its attributes before. */
    AttributeRelease show(StoredSession stored) {
        Optional<AuthResult> result = results.open(stored);
        LinkedSession session = describe(stored, result);
        if (result.isEmpty()) {
            return new AwaitingAuthResult(session);
        }
        AuthResult known = result.get();
        return known.status() == AuthResult.Status.FAILED
                ? new AuthenticationFailed(session, known.authenticatedAt())
                : new Released(session, known.attributes(), known.authenticatedAt());
    }

    private static LinkedSession describe(StoredSession stored, Optional<AuthResult> result) {
        return new LinkedSession(
                stored.purpose(),
                stored.linkedAt(),
                result.flatMap(AuthResult::sessionUrl).isPresent(),
                new Watch(stored.session(), stored.version(), result.isPresent(), stored.expiresAt()));
    }
}
