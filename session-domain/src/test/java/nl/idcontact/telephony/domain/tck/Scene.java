package nl.idcontact.telephony.domain.tck;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.model.Watch;
import nl.idcontact.telephony.domain.port.ChangedSession;
import nl.idcontact.telephony.domain.port.LinkOutcome;
import nl.idcontact.telephony.domain.port.NewSession;
import nl.idcontact.telephony.domain.port.ReceivedResult;
import nl.idcontact.telephony.domain.port.SealedResult;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.SessionStore.CreateOutcome;
import nl.idcontact.telephony.domain.port.SessionStore.Purged;
import nl.idcontact.telephony.domain.port.SessionStore.Receipt;
import nl.idcontact.telephony.domain.port.SessionStore.ReceiveOutcome;
import nl.idcontact.telephony.domain.port.SessionStore.Removed;
import nl.idcontact.telephony.domain.port.SessionStore.TouchOutcome;
import nl.idcontact.telephony.domain.port.StoredSession;

/**
 * A store at a moment, asked in plain words: codes, calls and tokens are given as text.
 *
 * @param store what is asked
 * @param keys by which the words become fingerprints
 * @param now the time of every question
 */
public record Scene(SessionStore store, Keyring keys, Instant now) {
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    /** Ten minutes without activity, half an hour in all. */
    public static final Lifetime LIFETIME = new Lifetime(Duration.ofMinutes(10), Duration.ofMinutes(30));

    public static final AttemptLimits THREE_A_CALL = new AttemptLimits(3, 0);
    static final Purpose PURPOSE = new Purpose("report_move");

    /** The store at noon, under one key. */
    public static Scene atNoon(SessionStore store) {
        return new Scene(store, Keyring.OLD, NOON);
    }

    public Scene after(Duration time) {
        return new Scene(store, keys, now.plus(time));
    }

    public Scene under(Keyring other) {
        return new Scene(store, other, now);
    }

    /** A session to be put into the store. */
    public SessionFixture aSession() {
        return SessionFixture.in(this);
    }

    public CreateOutcome create(String resultCode, String code) {
        return create(resultCode, code, Optional.empty());
    }

    CreateOutcome create(String resultCode, String code, Optional<String> token) {
        Fingerprint<ResultCode> name = name(resultCode);
        Optional<SealedResult> result = token.map(text -> sealed(name, text));
        return store.create(new NewSession(name, keys.code(code), PURPOSE, result), now);
    }

    public ReceiveOutcome receive(String resultCode, String token) {
        return receipt(resultCode, token).outcome();
    }

    Receipt receipt(String resultCode, String token) {
        List<SealedResult> candidates = keys.resultCode(resultCode).all().stream()
                .map(session -> sealed(session, token))
                .toList();
        return store.receive(new ReceivedResult(keys.token(token), candidates), now);
    }

    public LinkOutcome link(String code, String call) {
        return link(code, call, THREE_A_CALL);
    }

    public LinkOutcome link(String code, String call, AttemptLimits limits) {
        return store.link(keys.code(code), keys.call(call), limits, now);
    }

    public Optional<StoredSession> find(String call) {
        return store.find(keys.call(call), now);
    }

    public TouchOutcome touch(String resultCode) {
        return store.touch(name(resultCode), now);
    }

    public boolean end(String resultCode) {
        return remove(resultCode).isPresent();
    }

    Optional<Removed> remove(String resultCode) {
        return store.end(name(resultCode), now);
    }

    public List<ChangedSession> changed(Watch... watched) {
        return store.changed(List.of(watched), now);
    }

    public Purged purge(int limit) {
        return store.purge(limit, now);
    }

    /** What a session is called that is started now. */
    public Fingerprint<ResultCode> name(String resultCode) {
        return keys.resultCode(resultCode).current();
    }

    /** The cipher text that stands for a token's result in that session; no test looks inside. */
    static byte[] cipherText(Fingerprint<ResultCode> session, String token) {
        return ("the result of " + token + " for " + session).getBytes(StandardCharsets.UTF_8);
    }

    private SealedResult sealed(Fingerprint<ResultCode> session, String token) {
        return new SealedResult(session, keys.token(token).current(), cipherText(session, token));
    }
}
