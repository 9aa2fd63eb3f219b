package nl.idcontact.telephony.domain.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.port.LinkOutcome;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.port.SessionEvent.LinkRefused.Reason;
import nl.idcontact.telephony.domain.port.SessionEvents;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.secrecy.StorageKeys;

/** Ties a call to the session whose code was keyed in, and makes the token that releases its attributes. */
public final class LinkCall {
    private final SessionStore store;
    private final SessionEvents events;
    private final StorageKeys keys;
    private final AttemptLimits limits;
    private final InstantSource clock;

    /** Takes what it needs of the parts that the domain is wired from. */
    public LinkCall(SessionDomain.Parts parts) {
        this.store = parts.store();
        this.events = parts.events();
        this.keys = parts.keys();
        this.limits = parts.settings().attempts();
        this.clock = parts.clock();
    }

    /**
     * Links {@code call} to the session of {@code code}; again with the same pair gives a token that works just as well.
     *
     * @throws nl.idcontact.telephony.domain.port.StoreUnavailable if the store cannot be reached; repeating is safe
     */
    public LinkResult link(DtmfCode code, PhoneSessionId call) {
        Instant now = clock.instant();
        return store.link(keys.of(code), keys.of(call), limits, now).match(new LinkOutcome.Cases<>() {
            @Override
            public LinkResult linked(LinkOutcome.Linked linked) {
                Duration sinceStart = Duration.between(linked.startedAt(), now);
                events.happened(new SessionEvent.Linked(linked.session(), call, sinceStart, linked.repeated()));
                return new LinkResult.Linked(linked.purpose(), keys.releaseToken(linked.session(), call));
            }

            @Override
            public LinkResult unknownCode(LinkOutcome.UnknownCode unknown) {
                refused(call, Reason.UNKNOWN_CODE);
                return new LinkResult.UnknownCode(unknown.attemptsLeft());
            }

            @Override
            public LinkResult tooManyAttempts() {
                refused(call, Reason.TOO_MANY_ATTEMPTS);
                return new LinkResult.TooManyAttempts(Optional.empty());
            }

            @Override
            public LinkResult tooManyWrongCodes(LinkOutcome.TooManyWrongCodes tooMany) {
                refused(call, Reason.TOO_MANY_WRONG_CODES);
                return new LinkResult.TooManyAttempts(Optional.of(tooMany.retryAfter()));
            }
        });
    }

    private void refused(PhoneSessionId call, Reason reason) {
        events.happened(new SessionEvent.LinkRefused(call, reason));
    }
}
