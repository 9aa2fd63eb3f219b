package nl.idcontact.telephony.domain.usecase;

import java.time.Instant;
import java.time.InstantSource;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Fingerprints;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.port.AuthResultOpener;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Opening;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.port.SessionEvents;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.SessionStore.Receipt;
import nl.idcontact.telephony.domain.port.SessionStore.ReceiveOutcome;
import nl.idcontact.telephony.domain.secrecy.StorageKeys;

/** Stores the auth result that an auth plugin posts. The first one is final, a failed login too. */
public final class ReceiveAuthResult {
    /** What came of it. */
    public enum Result {
        /** Stored, now or with the very same token before. */
        ACCEPTED,
        /** The token can't be believed; nothing was used up. */
        INVALID_AUTH_RESULT,
        /** No live session expects it. */
        UNKNOWN_SESSION,
        /** Another token came first. */
        ALREADY_RECEIVED
    }

    private final SessionStore store;
    private final AuthResultOpener opener;
    private final SessionEvents events;
    private final StorageKeys keys;
    private final SealedResults results;
    private final InstantSource clock;

    /** Takes what it needs of the parts that the domain is wired from. */
    public ReceiveAuthResult(SessionDomain.Parts parts) {
        this.store = parts.store();
        this.opener = parts.opener();
        this.events = parts.events();
        this.keys = parts.keys();
        this.results = new SealedResults(parts.keys(), parts.random());
        this.clock = parts.clock();
    }

    /**
     * Opens {@code token}, then looks for its session: who can't make a token learns nothing about codes.
     *
     * @param resultCode as it stood in the address, in whatever form
     * @throws nl.idcontact.telephony.domain.port.StoreUnavailable if the store cannot be reached
     */
    public Result receive(String resultCode, AuthResultToken token) {
        Instant now = clock.instant();
        return opener.open(token, now).match(new Opening.Cases<>() {
            @Override
            public Result opened(AuthResult result) {
                return store(resultCode, token, result, now);
            }

            @Override
            public Result refused(Refusal reason) {
                events.happened(new SessionEvent.AuthResultRefused(reason));
                return Result.INVALID_AUTH_RESULT;
            }
        });
    }

    private Result store(String resultCode, AuthResultToken token, AuthResult result, Instant now) {
        if (!ResultCode.isValid(resultCode)) {
            events.happened(new SessionEvent.AuthResultUnmatched());
            return Result.UNKNOWN_SESSION;
        }
        Fingerprints<ResultCode> candidates = keys.of(new ResultCode(resultCode));
        Receipt receipt = store.receive(results.seal(result, token, candidates), now);
        // The name that the session was stored with, which during a rotation needs not be the one under the current
        // key.
        Fingerprint<ResultCode> session = receipt.session().orElse(candidates.current());
        switch (receipt.outcome()) {
            case STORED, REPEATED -> {
                boolean repeated = receipt.outcome() == ReceiveOutcome.REPEATED;
                events.happened(new SessionEvent.AuthResultAccepted(session, result.status(), repeated));
                return Result.ACCEPTED;
            }
            case ALREADY_RECEIVED -> {
                events.happened(new SessionEvent.AuthResultConflicted(session));
                return Result.ALREADY_RECEIVED;
            }
            case UNKNOWN_SESSION -> {
                events.happened(new SessionEvent.AuthResultUnmatched());
                return Result.UNKNOWN_SESSION;
            }
        }
        throw new AssertionError(receipt);
    }
}
