package nl.idcontact.telephony.http.jose;

import static nl.idcontact.telephony.http.jose.Openings.NOON;
import static nl.idcontact.telephony.http.jose.Openings.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.idcontact.telephony.domain.model.Attributes;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the contract allows opens, with native code and with the JDK's. */
class AuthResultRoundTripTest {
    private static final KeyPair RSA = AuthResultTokens.rsaPair(2048);
    private static final KeyPair EC = AuthResultTokens.ecPair("secp256r1");

    @SuppressWarnings("deprecation") // RSA-OAEP: what auth plugins use
    static Stream<Arguments> combinations() {
        return Stream.of(CryptoProvider.fastest(), CryptoProvider.jdk())
                .flatMap(crypto -> Stream.of(
                                JWEAlgorithm.RSA_OAEP,
                                JWEAlgorithm.RSA_OAEP_256,
                                JWEAlgorithm.ECDH_ES,
                                JWEAlgorithm.ECDH_ES_A128KW,
                                JWEAlgorithm.ECDH_ES_A256KW)
                        .flatMap(keyManagement -> Stream.of(
                                        EncryptionMethod.A128CBC_HS256,
                                        EncryptionMethod.A256CBC_HS512,
                                        EncryptionMethod.A128GCM,
                                        EncryptionMethod.A256GCM)
                                .flatMap(content -> Stream.of(
                                                JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256)
                                        .map(signature -> arguments(crypto, keyManagement, content, signature)))));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void opensEveryAllowedCombination(
            CryptoProvider crypto, JWEAlgorithm keyManagement, EncryptionMethod content, JWSAlgorithm signature) {
        KeyPair decrypting = JWEAlgorithm.Family.RSA.contains(keyManagement) ? RSA : EC;
        KeyPair signing = signature.equals(JWSAlgorithm.ES256) ? EC : RSA;
        assertRoundTrip(crypto, new AuthResultTokens(decrypting, signing), keyManagement, content, signature);
    }

    @ParameterizedTest
    @CsvSource({"secp384r1, ECDH-ES", "secp384r1, ECDH-ES+A128KW", "secp521r1, ECDH-ES", "secp521r1, ECDH-ES+A256KW"})
    void opensWithOtherCurves(String curve, String keyManagement) {
        var tokens = new AuthResultTokens(AuthResultTokens.ecPair(curve), RSA);
        Openings.providers()
                .forEach(crypto -> assertRoundTrip(
                        crypto,
                        tokens,
                        JWEAlgorithm.parse(keyManagement),
                        EncryptionMethod.A256GCM,
                        JWSAlgorithm.PS256));
    }

    private static void assertRoundTrip(
            CryptoProvider crypto,
            AuthResultTokens tokens,
            JWEAlgorithm keyManagement,
            EncryptionMethod content,
            JWSAlgorithm signature) {
        String token = tokens.token(NOON)
                .with(keyManagement, content, signature)
                .attribute("email", "bla")
                .sessionUrl("https://plugin.example/session?id=7")
                .compact();
        AuthResult result = opened(Openings.opener(tokens, crypto), token);
        assertThat(result.status()).isEqualTo(AuthResult.Status.SUCCESS);
        assertThat(result.attributes()).isEqualTo(new Attributes(Map.of("email", "bla")));
        assertThat(result.authenticatedAt()).contains(NOON);
        assertThat(result.sessionUrl()).contains(URI.create("https://plugin.example/session?id=7"));
    }

    @ParameterizedTest
    @MethodSource("nl.idcontact.telephony.http.jose.Openings#providers")
    void manyThreadsOpenAtOnce(CryptoProvider crypto) {
        var tokens = new AuthResultTokens(RSA, EC);
        var opener = Openings.opener(tokens, crypto);
        List<String> compact = IntStream.range(0, 64)
                .mapToObj(i -> tokens.token(NOON).attribute("i", "" + i).compact())
                .toList();
        IntStream.range(0, 256)
                .parallel()
                .forEach(i -> assertThat(
                                opened(opener, compact.get(i % 64)).attributes().values())
                        .isEqualTo(Map.of("i", "" + i % 64)));
    }
}
