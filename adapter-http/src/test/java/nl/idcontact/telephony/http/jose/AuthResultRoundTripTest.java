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
import java.util.stream.Stream;
import nl.idcontact.telephony.domain.model.Attributes;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the contract allows opens, with native code and with the JDK's. */
class AuthResultRoundTripTest {
    private static final KeyPair RSA = AuthResultTokens.rsaPair(2048);
    private static final Map<String, KeyPair> AGREEMENT = Map.of(
            "P-256", AuthResultTokens.ecPair("secp256r1"),
            "P-384", AuthResultTokens.ecPair("secp384r1"),
            "P-521", AuthResultTokens.ecPair("secp521r1"));
    private static final KeyPair ECDSA = AuthResultTokens.ecPair("secp256r1");

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
        KeyPair signing = signature.equals(JWSAlgorithm.ES256) ? ECDSA : RSA;
        List<KeyPair> decrypting =
                JWEAlgorithm.Family.RSA.contains(keyManagement) ? List.of(RSA) : List.copyOf(AGREEMENT.values());
        for (KeyPair pair : decrypting) {
            var tokens = new AuthResultTokens(pair, signing);
            String token = tokens.token(NOON)
                    .with(keyManagement, content, signature)
                    .attribute("email", "bla")
                    .sessionUrl("https://plugin.example/session?id=7")
                    .compact();
            var result = opened(Openings.opener(tokens, crypto), token);
            assertThat(result.status()).isEqualTo(AuthResult.Status.SUCCESS);
            assertThat(result.attributes()).isEqualTo(new Attributes(Map.of("email", "bla")));
            assertThat(result.authenticatedAt()).contains(NOON);
            assertThat(result.sessionUrl()).contains(URI.create("https://plugin.example/session?id=7"));
        }
    }

    @Test
    void nativeCodeIsUsedOnThisMachine() {
        assertThat(CryptoProvider.fastest().name()).startsWith("AmazonCorrettoCryptoProvider 2.");
    }
}
