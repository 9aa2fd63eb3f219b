package nl.idcontact.telephony.http.jose.testing;

import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;

/**
 * Plays the auth plugin: makes auth results for tests, with keys of its own.
 *
 * <pre>{@code
 * AuthResultTokens plugin = AuthResultTokens.generate();
 * String token = plugin.token(NOON).attribute("email", "bla").sessionUrl("http://plugin/session").compact();
 * }</pre>
 */
public final class AuthResultTokens {
    private final KeyPair decryption;
    private final KeyPair signature;

    /**
     * @param decryption the pair of whoever opens the tokens
     * @param signature the pair of whoever signs them
     */
    public AuthResultTokens(KeyPair decryption, KeyPair signature) {
        this.decryption = decryption;
        this.signature = signature;
    }

    /** Fresh RSA keys of 2048 bits. */
    public static AuthResultTokens generate() {
        return new AuthResultTokens(rsaPair(2048), rsaPair(2048));
    }

    /** Fresh EC keys on P-256. */
    public static AuthResultTokens generateEc() {
        return new AuthResultTokens(ecPair("secp256r1"), ecPair("secp256r1"));
    }

    public static KeyPair rsaPair(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param curve by its name of SEC 2, such as {@code secp256r1} */
    public static KeyPair ecPair(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A token of a login that succeeded at {@code now} and is valid for five minutes, without attributes; everything about
     * it can be changed.
     */
    public TokenDraft token(Instant now) {
        return new TokenDraft(this, now);
    }

    /** What the opener decrypts with. */
    public PrivateKey decryptionKey() {
        return decryption.getPrivate();
    }

    /** What the opener verifies with. */
    public PublicKey signatureKey() {
        return signature.getPublic();
    }

    /** What this plugin signs with. */
    public PrivateKey signingKey() {
        return signature.getPrivate();
    }

    /** {@link #decryptionKey()} in PEM (PKCS#8), for a configuration file. */
    public String decryptionKeyPem() {
        return pem("PRIVATE KEY", decryptionKey().getEncoded());
    }

    /** {@link #signatureKey()} in PEM (SPKI), for a configuration file. */
    public String signatureKeyPem() {
        return pem("PUBLIC KEY", signatureKey().getEncoded());
    }

    /** {@code RSA} or {@code EC}: the {@code type} beside the decryption key in a configuration file. */
    public String decryptionKeyType() {
        return decryptionKey().getAlgorithm();
    }

    /** {@code RSA} or {@code EC}: the {@code type} beside the signature key in a configuration file. */
    public String signatureKeyType() {
        return signatureKey().getAlgorithm();
    }

    KeyPair decryption() {
        return decryption;
    }

    @SuppressWarnings("deprecation") // RSA-OAEP: what auth plugins use
    JWEAlgorithm usualEncryption() {
        return decryptionKeyType().equals("RSA") ? JWEAlgorithm.RSA_OAEP : JWEAlgorithm.ECDH_ES;
    }

    JWSAlgorithm usualSignature() {
        return signatureKeyType().equals("RSA") ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
    }

    private static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
