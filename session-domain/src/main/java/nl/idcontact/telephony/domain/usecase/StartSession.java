package nl.idcontact.telephony.domain.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.port.AuthResultOpener;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Opening;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;
import nl.idcontact.telephony.domain.port.NewSession;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.port.SessionEvents;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.SessionStore.CreateOutcome;
import nl.idcontact.telephony.domain.secrecy.StorageKeys;

/** Starts a session: makes its codes and stores them with the purpose, and with the auth result if the login came first. */
public final class StartSession {
    private static final int MAX_TRIES = 20;

    private final SessionStore store;
    private final AuthResultOpener opener;
    private final SessionEvents events;
    private final StorageKeys keys;
    private final SealedResults results;
    private final Codes codes;
    private final InstantSource clock;

    /** Takes what it needs of the parts that the domain is wired from. */
    public StartSession(SessionDomain.Parts parts) {
        this.store = parts.store();
        this.opener = parts.opener();
        this.events = parts.events();
        this.keys = parts.keys();
        this.results = new SealedResults(parts.keys(), parts.random());
        this.codes = new Codes(
                parts.random(), parts.settings().dtmfLength(), parts.settings().resultLength());
        this.clock = parts.clock();
    }

    /**
     * Starts a session for {@code purpose}.
     *
     * @param token the auth result, if the resident has logged in already
     * @throws CodesExhausted if no free DTMF code was found
     * @throws nl.idcontact.telephony.domain.port.StoreUnavailable if the store cannot be reached
     */
    public StartResult start(Purpose purpose, Optional<AuthResultToken> token) {
        Instant now = clock.instant();
        if (token.isEmpty()) {
            return create(purpose, Optional.empty(), now);
        }
        return opener.open(token.get(), now).match(new Opening.Cases<>() {
            @Override
            public StartResult opened(AuthResult result) {
                return create(purpose, Optional.of(new Login(result, token.get())), now);
            }

            @Override
            public StartResult refused(Refusal reason) {
                events.happened(new SessionEvent.AuthResultRefused(reason));
                return StartResult.InvalidAuthResult.INVALID_AUTH_RESULT;
            }
        });
    }

    private StartResult create(Purpose purpose, Optional<Login> login, Instant now) {
        ResultCode resultCode = codes.resultCode();
        Fingerprint<ResultCode> session = keys.of(resultCode).current();
        DtmfCode code = storeWithFreeCode(session, purpose, login, now);
        events.happened(new SessionEvent.Started(session, purpose));
        login.ifPresent(known -> events.happened(
                new SessionEvent.AuthResultAccepted(session, known.result().status(), false)));
        return new StartResult.Started(code, login.isPresent() ? Optional.empty() : Optional.of(resultCode));
    }

    private DtmfCode storeWithFreeCode(
            Fingerprint<ResultCode> session, Purpose purpose, Optional<Login> login, Instant now) {
        var result = login.map(known -> results.seal(known.result(), known.token(), session));
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            DtmfCode code = codes.dtmfCode();
            if (store.create(new NewSession(session, keys.of(code), purpose, result), now) == CreateOutcome.CREATED) {
                return code;
            }
        }
        throw new CodesExhausted(MAX_TRIES);
    }

    private record Login(AuthResult result, AuthResultToken token) {}
}
