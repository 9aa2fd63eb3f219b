package nl.idcontact.telephony.http.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSObject;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The vectors of Wycheproof: those of algorithms that auth results may use behave as they say, all others are refused.
 *
 * <p>Keys are configured in PEM, which knows no {@code use}, {@code key_ops} or {@code alg}: a JWK that is not meant for us by one
 * of these is not used, as nobody would configure it.
 */
class WycheproofTest {
    private static final Set<String> KEY_MANAGEMENT =
            Set.of("RSA-OAEP", "RSA-OAEP-256", "ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A256KW");
    private static final Set<String> CONTENT = Set.of("A128CBC-HS256", "A256CBC-HS512", "A128GCM", "A256GCM");
    private static final Set<String> SIGNATURE = Set.of("RS256", "PS256", "ES256");
    private static final AuthResultTokens SOMEBODY = AuthResultTokens.generate();

    @TestFactory
    Stream<DynamicTest> encryption() {
        return tests("json_web_encryption", (group, test, crypto) -> {
            var keys = WycheproofKeys.decryption(group.get("private"));
            var decrypter = new TokenDecrypter(keys.isEmpty() ? List.of(SOMEBODY.decryptionKey()) : keys, crypto);
            String jwe = test.get("jwe").asText();
            if (test.get("result").asText().equals("valid") && isAllowedEncryption(jwe)) {
                assertThat(decrypter.decrypt(jwe))
                        .isEqualTo(HexFormat.of().parseHex(test.get("pt").asText()));
            } else {
                assertThatThrownBy(() -> decrypter.decrypt(jwe)).isInstanceOf(TokenRefused.class);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> signature() {
        return Stream.of("json_web_signature", "json_web_key")
                .flatMap(file -> tests(file, (group, test, crypto) -> {
                    var keys = WycheproofKeys.signature(group.get(group.has("public") ? "public" : "private"));
                    var verifier = new TokenVerifier(keys.isEmpty() ? List.of(SOMEBODY.signatureKey()) : keys, crypto);
                    String jws = test.get("jws").asText();
                    if (test.get("result").asText().equals("valid") && isAllowedSignature(jws)) {
                        assertThat(verifier.verify(jws))
                                .isEqualTo(JWSObject.parse(jws).getPayload().toBytes());
                    } else {
                        assertThatThrownBy(() -> verifier.verify(jws)).isInstanceOf(TokenRefused.class);
                    }
                }));
    }

    @Test
    void someOfTheVectorsMustOpen() {
        assertThat(valid("json_web_encryption", "jwe").filter(WycheproofTest::isAllowedEncryption))
                .hasSize(29);
        assertThat(valid("json_web_signature", "jws").filter(WycheproofTest::isAllowedSignature))
                .hasSize(16);
        assertThat(valid("json_web_key", "jws").filter(WycheproofTest::isAllowedSignature))
                .hasSize(1);
    }

    private static boolean isAllowedEncryption(String jwe) {
        try {
            var header = JWEObject.parse(jwe).getHeader();
            return header.getAlgorithm() != null
                    && KEY_MANAGEMENT.contains(header.getAlgorithm().getName())
                    && CONTENT.contains(header.getEncryptionMethod().getName())
                    && header.getCompressionAlgorithm() == null;
        } catch (ParseException malformed) {
            return false;
        }
    }

    private static boolean isAllowedSignature(String jws) {
        try {
            return SIGNATURE.contains(
                    JWSObject.parse(jws).getHeader().getAlgorithm().getName());
        } catch (ParseException malformed) {
            return false;
        }
    }

    private static Stream<String> valid(String file, String kind) {
        return Vectors.wycheproof(file)
                .flatMap(group -> StreamSupport.stream(group.get("tests").spliterator(), false))
                .filter(test -> test.get("result").asText().equals("valid"))
                .map(test -> test.get(kind).asText());
    }

    private static Stream<DynamicTest> tests(String file, Check check) {
        return Openings.providers()
                .flatMap(crypto -> Vectors.wycheproof(file)
                        .flatMap(group -> StreamSupport.stream(
                                        group.get("tests").spliterator(), false)
                                .map(test -> dynamicTest(
                                        file + " " + test.get("tcId") + " "
                                                + test.get("comment").asText() + " by " + crypto,
                                        () -> check.run(group, test, crypto)))));
    }

    @FunctionalInterface
    private interface Check {
        void run(JsonNode group, JsonNode test, CryptoProvider crypto) throws Exception;
    }
}
