package nl.idcontact.telephony.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Fingerprints;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.model.Watch;
import nl.idcontact.telephony.domain.port.LinkOutcome.Linked;
import nl.idcontact.telephony.domain.port.NewSession;
import nl.idcontact.telephony.domain.port.ReceivedResult;
import nl.idcontact.telephony.domain.port.SealedResult;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.SessionStore.CreateOutcome;
import nl.idcontact.telephony.domain.port.SessionStore.ReceiveOutcome;
import nl.idcontact.telephony.domain.port.StoredSession;

/** The four steps of one caller, with a result of ten attributes. */
record Flow(
        Fingerprint<ResultCode> session,
        Fingerprint<DtmfCode> code,
        Fingerprint<PhoneSessionId> call,
        Fingerprint<AuthResultToken> token) {
    private static final AttemptLimits LIMITS = new AttemptLimits(3, 0);
    private static final int SEALED_BYTES = 900;

    static Flow number(int number) {
        return new Flow(hash("session", number), hash("code", number), hash("call", number), hash("token", number));
    }

    void run(SessionStore store, Instant now) {
        start(store, now);
        receive(store, now);
        link(store, now);
        read(store, now);
    }

    void start(SessionStore store, Instant now) {
        NewSession fresh = new NewSession(
                session, new Fingerprints<>(List.of(code)), new Purpose("report_move"), Optional.empty());
        assertThat(store.create(fresh, now)).isEqualTo(CreateOutcome.CREATED);
    }

    void receive(SessionStore store, Instant now) {
        byte[] sealed = new byte[SEALED_BYTES];
        new Random(session.hashCode()).nextBytes(sealed);
        ReceivedResult result = new ReceivedResult(
                new Fingerprints<>(List.of(token)), List.of(new SealedResult(session, token, sealed)));
        assertThat(store.receive(result, now).outcome()).isEqualTo(ReceiveOutcome.STORED);
    }

    void link(SessionStore store, Instant now) {
        assertThat(store.link(new Fingerprints<>(List.of(code)), new Fingerprints<>(List.of(call)), LIMITS, now))
                .isInstanceOf(Linked.class);
    }

    Watch read(SessionStore store, Instant now) {
        StoredSession found = store.find(new Fingerprints<>(List.of(call)), now).orElseThrow();
        assertThat(found.sealedResult()).isPresent();
        return new Watch(found.session(), found.version(), true, found.expiresAt());
    }

    private static <T> Fingerprint<T> hash(String kind, int number) {
        try {
            byte[] text = (kind + number).getBytes(StandardCharsets.UTF_8);
            return new Fingerprint<>(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
