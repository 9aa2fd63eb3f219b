package nl.idcontact.telephony.app.config;

import static nl.idcontact.telephony.app.config.TestFile.aFile;
import static nl.idcontact.telephony.app.config.TestFile.key;
import static nl.idcontact.telephony.app.config.TestKeys.pem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyListTypeTest {

    @Test
    void keysKeepTheirOrder() {
        Keys keys = aFile().with(
                        "decryption_privkey",
                        "[" + key("RSA", pem(TestKeys.OTHER_RSA.getPrivate())) + ", "
                                + key("EC", pem(TestKeys.P521.getPrivate())) + ", "
                                + key("RSA", pem(TestKeys.RSA.getPrivate())) + "]")
                .with("signature_pubkey", "[" + key("EC", pem(TestKeys.P256.getPublic())) + "]")
                .accepted()
                .keys();

        assertThat(keys.decryption())
                .containsExactly(
                        TestKeys.OTHER_RSA.getPrivate(), TestKeys.P521.getPrivate(), TestKeys.RSA.getPrivate());
        assertThat(keys.signature()).containsExactly(TestKeys.P256.getPublic());
    }

    @Test
    void traditionalFormsAreTakenAsByTheOriginal() {
        Keys keys = aFile().with(
                        "decryption_privkey",
                        "[" + key("RSA", TestKeys.pkcs1Private(TestKeys.RSA)) + ", " + key("EC", TestKeys.SEC1) + "]")
                .with("signature_pubkey", key("RSA", TestKeys.pkcs1Public(TestKeys.RSA)))
                .accepted()
                .keys();

        assertThat(keys.decryption().get(0)).isEqualTo(TestKeys.RSA.getPrivate());
        assertThat(keys.decryption().get(1).getAlgorithm()).isEqualTo("EC");
        assertThat(keys.signature()).containsExactly(TestKeys.RSA.getPublic());
    }

    @ParameterizedTest
    @MethodSource
    void aWrongKeyIsAProblemThatSaysWhatIsRight(String path, String toml, String right) {
        assertThat(aFile().with(path, toml).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("global." + path);
            assertThat(problem.message()).contains(right);
        });
    }

    /** The same with another character in the middle. */
    private static String damaged(String pem) {
        int middle = pem.length() / 2;
        char other = pem.charAt(middle) == 'A' ? 'B' : 'A';
        return pem.substring(0, middle) + other + pem.substring(middle + 1);
    }

    static Stream<Arguments> aWrongKeyIsAProblemThatSaysWhatIsRight() {
        String privateKey = "decryption_privkey";
        String publicKey = "signature_pubkey";
        String rsa = pem(TestKeys.RSA.getPrivate());
        String rsaPublic = pem(TestKeys.RSA.getPublic());
        String cut = rsa.substring(0, 200) + "\n-----END PRIVATE KEY-----\n";
        return Stream.of(
                arguments(privateKey, key("EC", rsa), "of the type that stands beside it"),
                arguments(privateKey, key("HMAC", rsa), "the type must be \"RSA\" or \"EC\""),
                arguments(privateKey, key("rsa", rsa), "the type must be \"RSA\" or \"EC\""),
                arguments(privateKey, key("RSA", cut), "is another or is broken"),
                arguments(privateKey, "{ key = '''" + cut + "''' }", "neither or is broken"),
                arguments(privateKey, key("RSA", "MIIEvQIBADANBg"), "one whole PEM block"),
                arguments(privateKey, key("RSA", rsa + rsa), "one whole PEM block"),
                arguments(privateKey, key("RSA", ""), "one whole PEM block"),
                arguments(privateKey, key("RSA", rsaPublic), "a private key in PEM"),
                arguments(
                        privateKey, key("RSA", rsa.replace(" PRIVATE", " ENCRYPTED PRIVATE")), "must not be encrypted"),
                arguments(
                        privateKey,
                        key("EC", TestKeys.SEC1.substring(0, 120) + "\n-----END EC PRIVATE KEY-----"),
                        "cut short"),
                arguments(
                        privateKey,
                        key("RSA", pem(TestKeys.WEAK_RSA.getPrivate())),
                        "2048 to 16384 bits, but has 1024"),
                arguments(privateKey, key("RSA", damaged(rsa)), "its parts do not belong together"),
                arguments(privateKey, "{ type = 'RSA' }", "a table with type"),
                arguments(privateKey, "[]", "a table with type"),
                arguments(privateKey, "'" + rsa.replace("\n", "") + "'", "a table with type"),
                arguments(
                        privateKey,
                        "[" + key("RSA", rsa) + ", " + key("RSA", "x") + "]",
                        "number 2: must be one whole"),
                arguments(publicKey, key("RSA", rsa), "a public key in PEM"),
                arguments(
                        publicKey, key("RSA", pem(TestKeys.WEAK_RSA.getPublic())), "2048 to 16384 bits, but has 1024"),
                arguments(publicKey, key("EC", pem(TestKeys.P521.getPublic())), "on one of [P-256]"),
                arguments(publicKey, key("RSA", TestKeys.pem("CERTIFICATE", new byte[] {1})), "openssl x509"));
    }
}
