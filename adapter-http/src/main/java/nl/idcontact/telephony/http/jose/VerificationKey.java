package nl.idcontact.telephony.http.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;

/**
 * A public key of somebody who may sign auth results, ready for use.
 *
 * @param algorithms what it may be used for, which follows from its type
 */
record VerificationKey(Set<JWSAlgorithm> algorithms, JWSVerifier verifier) {
    private static final Set<JWSAlgorithm> RSA = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256);
    private static final Set<JWSAlgorithm> EC = Set.of(JWSAlgorithm.ES256);

    /** @throws IllegalArgumentException if the key may not or cannot be used */
    static VerificationKey of(PublicKey key, CryptoProvider crypto) {
        KeyRules.checkSignatureKey(key);
        PublicKey own = crypto.own(key);
        VerificationKey made = own instanceof ECPublicKey ec
                ? new VerificationKey(EC, ecdsa(ec))
                : new VerificationKey(RSA, new RSASSAVerifier((RSAPublicKey) own));
        crypto.computesSignaturesOf(made.verifier);
        return made;
    }

    boolean accepts(JWSAlgorithm algorithm) {
        return algorithms.contains(algorithm);
    }

    private static ECDSAVerifier ecdsa(ECPublicKey key) {
        try {
            return new ECDSAVerifier(key);
        } catch (JOSEException unusable) {
            throw new IllegalArgumentException("The EC signature key cannot be used", unusable);
        }
    }
}
