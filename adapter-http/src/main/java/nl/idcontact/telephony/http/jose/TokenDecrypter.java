package nl.idcontact.telephony.http.jose;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.util.Base64URL;
import java.security.PrivateKey;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;

/** Decrypts compact JWEs with whichever of our keys fits. */
final class TokenDecrypter {
    private static final Set<EncryptionMethod> CONTENT_ENCRYPTION = Set.of(
            EncryptionMethod.A128CBC_HS256,
            EncryptionMethod.A256CBC_HS512,
            EncryptionMethod.A128GCM,
            EncryptionMethod.A256GCM);

    private final List<DecryptionKey> keys;

    TokenDecrypter(List<? extends PrivateKey> keys, CryptoProvider crypto) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("There must be a decryption key");
        }
        this.keys = keys.stream().map(key -> DecryptionKey.of(key, crypto)).toList();
    }

    /**
     * @return the plaintext
     * @throws TokenRefused if it is not a JWE that one of the keys may decrypt and does
     */
    byte[] decrypt(String compact) throws TokenRefused {
        JWEObject jwe = parse(compact);
        JWEHeader header = jwe.getHeader();
        EncryptionMethod content = header.getEncryptionMethod();
        if (content == null || !CONTENT_ENCRYPTION.contains(content)) {
            throw new TokenRefused(Refusal.ALGORITHM);
        }
        List<DecryptionKey> candidates =
                keys.stream().filter(key -> key.accepts(header.getAlgorithm())).toList();
        if (candidates.isEmpty()) {
            throw new TokenRefused(Refusal.ALGORITHM);
        }
        // With this algorithm the key is agreed on, and there is none to send (RFC 7516 section 5.2, step 10).
        if (JWEAlgorithm.ECDH_ES.equals(header.getAlgorithm()) && jwe.getEncryptedKey() != null) {
            throw new TokenRefused(Refusal.MALFORMED);
        }
        for (DecryptionKey key : candidates) {
            if (decrypts(key, jwe)) {
                return jwe.getPayload().toBytes();
            }
        }
        throw new TokenRefused(Refusal.UNDECRYPTABLE);
    }

    private static JWEObject parse(String compact) throws TokenRefused {
        Base64URL[] parts = CompactForm.split(compact, 5);
        try {
            JWEObject jwe = new JWEObject(parts[0], parts[1], parts[2], parts[3], parts[4]);
            HeaderRules.check(jwe.getHeader());
            return jwe;
        } catch (ParseException malformed) {
            throw new TokenRefused(Refusal.MALFORMED);
        }
    }

    // Why a key does not decrypt a token makes no difference to anybody, so that it cannot be used as an oracle.
    private static boolean decrypts(DecryptionKey key, JWEObject jwe) {
        try {
            jwe.decrypt(key.decrypter());
            return true;
        } catch (JOSEException | RuntimeException undecryptable) {
            return false;
        }
    }
}
