package nl.idcontact.telephony.http.jose;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.port.AuthResultOpener;

/**
 * Opens auth results: a JWE (RFC 7516) whose payload is a JSON object with the claim {@code njwt}, a JWS (RFC 7515) of a
 * JWT claims set (RFC 7519).
 *
 * <p>What algorithms are acceptable follows from the types of the keys, as RFC 8725 section 3.1 asks: RSA keys decrypt
 * {@code RSA-OAEP} and {@code RSA-OAEP-256} and verify {@code RS256} and {@code PS256}, EC keys decrypt {@code ECDH-ES},
 * {@code ECDH-ES+A128KW} and {@code ECDH-ES+A256KW} and verify {@code ES256}. A token names no key: {@code kid}, {@code jku},
 * {@code jwk} and the {@code x5} family are ignored.
 *
 * <p>Only the inner claims count, since anybody may encrypt: of the outer ones all but {@code njwt} are ignored.
 * May be used by many threads at once.
 */
public final class NimbusAuthResultOpener implements AuthResultOpener {
    private final TokenDecrypter decrypter;
    private final TokenVerifier verifier;

    /**
     * @param decryptionKeys our private keys, at least one; each is tried
     * @param signatureKeys the public keys of those who may sign, at least one; each is tried
     * @param crypto who computes
     * @throws IllegalArgumentException if a key is missing, or is not what {@link KeyRules} says that it must be, or is damaged
     */
    public NimbusAuthResultOpener(
            List<? extends PrivateKey> decryptionKeys, List<? extends PublicKey> signatureKeys, CryptoProvider crypto) {
        this.decrypter = new TokenDecrypter(decryptionKeys, crypto);
        this.verifier = new TokenVerifier(signatureKeys, crypto);
    }

    // The parsers and providers below were not all made for hostile input; whatever they do, a token cannot do more
    // than be refused. A StackOverflowError is what nesting without end leads to.
    @Override
    public Opening open(AuthResultToken token, Instant now) {
        try {
            byte[] signed = verifier.verify(NestedToken.in(decrypter.decrypt(token.compact())));
            return new Opening.Opened(AuthResultClaims.parse(signed).toAuthResult(now));
        } catch (TokenRefused refused) {
            return new Opening.Refused(refused.reason());
        } catch (RuntimeException | StackOverflowError unforeseen) {
            return new Opening.Refused(Refusal.MALFORMED);
        }
    }
}
