package nl.idcontact.telephony.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.jce.JceMasterKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import nl.idcontact.telephony.lambda.flow.Contact;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Input encrypted by the AWS Encryption SDK itself, in the way Amazon Connect documents. */
class InputKeyTest {
    private static final String CODE = "1234567890";
    private static KeyPair keys;
    private static KeyPair others;

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        others = generator.generateKeyPair();
    }

    @Test
    void encryptedInputIsLinkedLikeAnyOther() throws IOException {
        try (StubBackend backend =
                new StubBackend().answering(200, "{\"purpose\":\"report_move\",\"release_token\":\"t\"}")) {
            assertThat(function(backend, keys).handleRequest(event(encrypted(CODE)), null))
                    .containsEntry("linked", "true");
            assertThat(backend.requests().get(0).body()).contains("\"dtmf\":\"" + CODE + "\"");

            // Nothing keyed in is stored unencrypted or encrypted: both are no code.
            assertThat(function(backend, keys).handleRequest(event(encrypted("Timeout")), null))
                    .containsEntry("reason", "no_code");
            assertThat(function(backend, keys).handleRequest(event("Timeout"), null))
                    .containsEntry("reason", "no_code");
        }
    }

    @Test
    void withoutTheKeyItIsAnErrorAndNoAttempt() throws IOException {
        try (StubBackend backend = new StubBackend().answering(404, "{\"attempts_left\":2}")) {
            assertThatThrownBy(() -> function(backend, null).handleRequest(event(encrypted(CODE)), null))
                    .hasMessage("The input is encrypted, but INPUT_PRIVATE_KEY is not set");
            assertThatThrownBy(() -> function(backend, others).handleRequest(event(encrypted(CODE)), null))
                    .hasMessage("The encrypted input cannot be opened with INPUT_PRIVATE_KEY")
                    .hasNoCause();
            assertThat(backend.requests()).isEmpty();
        }
    }

    @Test
    void whateverWasTamperedWithIsRefused() {
        InputKey key = InputKey.of(pem(keys));
        byte[] message = Base64.getDecoder().decode(encrypted(CODE));
        // The signature at the end is not looked at.
        int signed = message.length - 2 - signatureBytes(message);
        for (int at = 4; at < signed; at += 11) {
            byte[] spoiled = message.clone();
            spoiled[at] ^= 1;
            assertThatThrownBy(() -> key.open(Base64.getEncoder().encodeToString(spoiled)))
                    .as("byte %d", at)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The encrypted input cannot be opened");
        }
        for (int length = 4; length < signed; length += 29) {
            String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(message, length));
            assertThatThrownBy(() -> key.open(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aKeyThatIsNoneIsToldAtTheStart() {
        for (String pem :
                new String[] {"secret words", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"}) {
            assertThatThrownBy(() -> InputKey.of(pem))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("INPUT_PRIVATE_KEY is not an RSA private key in PEM (PKCS#8)");
        }
    }

    /** The length of the ECDSA signature, which a message ends with after two bytes that tell it. */
    private static int signatureBytes(byte[] message) {
        for (int length = 100; length < 110; length++) {
            if (message[message.length - length - 1] == length && message[message.length - length - 2] == 0) {
                return length;
            }
        }
        throw new IllegalArgumentException("No signature");
    }

    private static String encrypted(String input) {
        JceMasterKey master = JceMasterKey.getInstance(
                keys.getPublic(),
                keys.getPrivate(),
                "AmazonConnect",
                "a5ecd749-4bd8-4a94-bfde-27eefe4f12b1",
                "RSA/ECB/OAEPWithSHA-512AndMGF1Padding");
        AwsCrypto crypto = AwsCrypto.builder()
                .withCommitmentPolicy(CommitmentPolicy.ForbidEncryptAllowDecrypt)
                .withEncryptionAlgorithm(CryptoAlgorithm.ALG_AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384)
                .build();
        return Base64.getEncoder()
                .encodeToString(
                        crypto.encryptData(master, input.getBytes(UTF_8)).getResult());
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static LinkPhoneFunction function(StubBackend backend, KeyPair keys) {
        Map<String, String> environment = new HashMap<>(backend.environment());
        if (keys != null) {
            environment.put("INPUT_PRIVATE_KEY", pem(keys));
        }
        return new LinkPhoneFunction(environment);
    }

    private static Map<String, Object> event(String dtmf) {
        return Contact.incoming("contact-1").event(Map.of("dtmf", dtmf));
    }
}
