package nl.idcontact.telephony.http.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Set;

/**
 * One of our private keys, ready for use.
 *
 * @param algorithms what it may be used for, which follows from its type
 */
record DecryptionKey(Set<JWEAlgorithm> algorithms, JWEDecrypter decrypter) {
    // RSA-OAEP, with SHA-1, is what ID Contact's plugins use. Its age is no weakness: OAEP needs no collision
    // resistance.
    @SuppressWarnings("deprecation")
    private static final Set<JWEAlgorithm> RSA = Set.of(JWEAlgorithm.RSA_OAEP, JWEAlgorithm.RSA_OAEP_256);

    private static final Set<JWEAlgorithm> EC =
            Set.of(JWEAlgorithm.ECDH_ES, JWEAlgorithm.ECDH_ES_A128KW, JWEAlgorithm.ECDH_ES_A256KW);

    /** @throws IllegalArgumentException if the key may not or cannot be used */
    static DecryptionKey of(PrivateKey key, CryptoProvider crypto) {
        KeyRules.checkDecryptionKey(key);
        PrivateKey own = crypto.own(key);
        DecryptionKey made = own instanceof ECPrivateKey ec
                ? new DecryptionKey(EC, ecdh(ec))
                : new DecryptionKey(RSA, new RSADecrypter(own));
        crypto.computesKeyEncryptionOf(made.decrypter);
        return made;
    }

    boolean accepts(JWEAlgorithm algorithm) {
        return algorithms.contains(algorithm);
    }

    private static ECDHDecrypter ecdh(ECPrivateKey key) {
        try {
            return new ECDHDecrypter(key);
        } catch (JOSEException unusable) {
            throw new IllegalArgumentException("The EC decryption key cannot be used", unusable);
        }
    }

    @Override
    public String toString() {
        return "DecryptionKey" + algorithms;
    }
}
