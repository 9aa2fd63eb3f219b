package nl.idcontact.telephony.domain.usecase;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Fingerprints;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.port.ReceivedResult;
import nl.idcontact.telephony.domain.port.SealedResult;
import nl.idcontact.telephony.domain.port.StoredSession;
import nl.idcontact.telephony.domain.secrecy.StorageKeys;

/** The two ways of an auth result: sealed into the store, and opened from it. */
final class SealedResults {
    private final StorageKeys keys;
    private final RandomGenerator random;

    SealedResults(StorageKeys keys, RandomGenerator random) {
        this.keys = keys;
        this.random = random;
    }

    SealedResult seal(AuthResult result, AuthResultToken token, Fingerprint<ResultCode> session) {
        return seal(result, keys.of(token), session);
    }

    ReceivedResult seal(AuthResult result, AuthResultToken token, Fingerprints<ResultCode> candidates) {
        Fingerprints<AuthResultToken> name = keys.of(token);
        List<SealedResult> results = candidates.all().stream()
                .map(session -> seal(result, name, session))
                .toList();
        return new ReceivedResult(name, results);
    }

    private SealedResult seal(AuthResult result, Fingerprints<AuthResultToken> name, Fingerprint<ResultCode> session) {
        return new SealedResult(session, name.current(), keys.seal(result, session, random));
    }

    Optional<AuthResult> open(StoredSession stored) {
        return open(stored.session(), stored.sealedResult());
    }

    Optional<AuthResult> open(Fingerprint<ResultCode> session, Optional<byte[]> sealed) {
        return sealed.map(bytes -> keys.open(bytes, session));
    }
}
