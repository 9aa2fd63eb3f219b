package nl.idcontact.telephony.lambda;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * Opens what Amazon Connect encrypts when a flow's input block has an encryption key: a message of the AWS Encryption SDK,
 * format version 1, algorithm suite 0x0378 (AES-256-GCM, HKDF with SHA-384), its data key under RSA-OAEP with SHA-512.
 *
 * <p>The suite's signature is not checked. Its key comes with the message, so it tells nothing of the sender; that the message
 * is whole is what GCM guarantees.
 */
final class InputKey {
    private final PrivateKey key;

    private InputKey(PrivateKey key) {
        this.key = key;
    }

    /** @throws IllegalStateException if it is not an RSA key in PKCS#8 */
    static InputKey of(String pem) {
        try {
            String base64 =
                    pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s+|\\\\n", "");
            return new InputKey(KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("INPUT_PRIVATE_KEY is not an RSA private key in PEM (PKCS#8)");
        }
    }

    /** @throws IllegalArgumentException if this is not the key, or the input was tampered with; shows nothing of either */
    String open(String input) {
        try {
            EncryptedMessage message = new EncryptedMessage(Base64.getDecoder().decode(input.strip()));
            return message.open(dataKey(message));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException("The encrypted input cannot be opened with INPUT_PRIVATE_KEY");
        }
    }

    private byte[] dataKey(EncryptedMessage message) throws GeneralSecurityException {
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
        rsa.init(
                Cipher.DECRYPT_MODE,
                key,
                new OAEPParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, PSource.PSpecified.DEFAULT));
        return rsa.doFinal(message.encryptedDataKey());
    }
}
