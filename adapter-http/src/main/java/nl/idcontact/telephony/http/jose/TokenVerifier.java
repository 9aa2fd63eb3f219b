package nl.idcontact.telephony.http.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.Base64URL;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.List;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;

/** Verifies compact JWSs with whichever key fits. */
final class TokenVerifier {
    private final List<VerificationKey> keys;

    TokenVerifier(List<? extends PublicKey> keys, CryptoProvider crypto) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("There must be a signature key");
        }
        this.keys = keys.stream().map(key -> VerificationKey.of(key, crypto)).toList();
    }

    /**
     * @return the signed payload
     * @throws TokenRefused if it is not a JWS that one of the keys may verify and does
     */
    byte[] verify(String compact) throws TokenRefused {
        JWSObject jws = parse(compact);
        List<VerificationKey> candidates = keys.stream()
                .filter(key -> key.accepts(jws.getHeader().getAlgorithm()))
                .toList();
        if (candidates.isEmpty()) {
            throw new TokenRefused(Refusal.ALGORITHM);
        }
        for (VerificationKey key : candidates) {
            if (verifies(key, jws)) {
                return jws.getPayload().toBytes();
            }
        }
        throw new TokenRefused(Refusal.SIGNATURE);
    }

    private static JWSObject parse(String compact) throws TokenRefused {
        Base64URL[] parts = CompactForm.split(compact, 3);
        try {
            JWSObject jws = new JWSObject(parts[0], parts[1], parts[2]);
            HeaderRules.check(jws.getHeader());
            return jws;
        } catch (ParseException malformed) {
            throw new TokenRefused(Refusal.MALFORMED);
        }
    }

    private static boolean verifies(VerificationKey key, JWSObject jws) {
        try {
            return jws.verify(key.verifier());
        } catch (JOSEException | RuntimeException unverifiable) {
            return false;
        }
    }
}
