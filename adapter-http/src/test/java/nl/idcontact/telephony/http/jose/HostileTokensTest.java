package nl.idcontact.telephony.http.jose;

import static nl.idcontact.telephony.http.jose.Openings.NOON;
import static nl.idcontact.telephony.http.jose.Openings.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.stream.Stream;
import nl.idcontact.telephony.domain.port.AuthResultOpener;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import nl.idcontact.telephony.http.jose.testing.TokenDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens made to break in, to crash or to keep busy. */
class HostileTokensTest {
    private static final AuthResultTokens RSA = AuthResultTokens.generate();
    private static final AuthResultTokens EC = AuthResultTokens.generateEc();
    private static final TokenDraft DRAFT = RSA.token(NOON);
    private final AuthResultOpener opener = new NimbusAuthResultOpener(
            List.of(RSA.decryptionKey(), EC.decryptionKey()),
            List.of(RSA.signatureKey(), EC.signatureKey()),
            CryptoProvider.fastest());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "....",
                ".....",
                "a.b.c.d.e",
                "\0",
                "\ud800",
                "{}",
                "null",
                "ey",
                "e30....",
                "e30.e30.e30.e30.e30",
                "W10....",
                "bnVsbA....",
                "eyJhbGciOm51bGx9....",
                "eyJhbGciOiJSU0EtT0FFUCJ9....",
                "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6MX0...."
            })
    void refusesNonsense(String nonsense) {
        assertThat(refused(opener, nonsense)).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void aTokenIsWrittenInOneWayOnly() {
        String token = DRAFT.compact();
        char last = token.charAt(token.length() - 1);
        Stream.of(
                        token + "=",
                        token + "A",
                        token + ".",
                        token + "\n.",
                        token.replaceFirst("\\.", " ."),
                        token.replaceFirst("\\.", "+."),
                        token.substring(0, token.length() - 1) + (char) (last + 1),
                        token.replaceFirst("\\.", "\u00e9."))
                .forEach(other -> assertThat(refused(opener, other)).isIn(Refusal.MALFORMED, Refusal.UNDECRYPTABLE));
    }

    @Test
    void doesNotUnpackABomb() {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                .compressionAlgorithm(CompressionAlgorithm.DEF)
                .build();
        String bomb = DRAFT.encrypt(header, " ".repeat(30_000_000));
        assertThat(bomb).hasSizeLessThan(65536);
        assertThat(refused(opener, bomb)).isEqualTo(Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 1_000, 9_000, 30_000})
    void doesNotDescendForEver(int depth) {
        for (String open : List.of("[", "{\"a\":")) {
            String nest = "\"x\":" + open.repeat(depth);
            String header = Forgery.header(DRAFT.compact()).replaceFirst("\\}$", "," + nest);
            assertThat(refused(opener, Forgery.withHeader(DRAFT.compact(), header)))
                    .isEqualTo(Refusal.MALFORMED);
            String closed = header + (open.equals("[") ? "]" : "1}").repeat(depth) + "}";
            assertThat(refused(opener, Forgery.withHeader(DRAFT.compact(), closed)))
                    .isIn(Refusal.MALFORMED, Refusal.UNDECRYPTABLE);
            assertThat(refused(opener, DRAFT.encrypt("{" + nest))).isEqualTo(Refusal.MALFORMED);
            assertThat(refused(opener, DRAFT.encrypt("{\"njwt\":\"" + DRAFT.sign("{" + nest) + "\"}")))
                    .isEqualTo(Refusal.CLAIMS);
        }
    }

    @Test
    void whatComesFirstInAHeaderDoesNotWin() {
        String header = "{\"zip\":\"DEF\",\"crit\":[\"exp\"],\"alg\":\"dir\",";
        String token = DRAFT.compact();
        String twice = Forgery.withHeader(token, header + Forgery.header(token).substring(1));
        assertThat(refused(opener, twice)).isIn(Refusal.MALFORMED, Refusal.UNDECRYPTABLE);
    }

    @Test
    void aPayloadHasOneNestedTokenAndNothingAfterIt() {
        String jws = DRAFT.signed();
        for (String payload : List.of(
                "{\"njwt\":\"" + jws + "\",\"njwt\":\"" + jws + "\"}",
                "{\"njwt\":\"" + jws + "\"}{}",
                "{\"njwt\":\"" + jws + "\"",
                "[\"" + jws + "\"]",
                "{\"njwt\":[\"" + jws + "\"]}",
                "{\"njwt\":null}",
                "{\"NJWT\":\"" + jws + "\"}",
                "\"" + jws + "\"",
                jws,
                "\ufeff{\"njwt\":\"" + jws + "\"}",
                "")) {
            assertThat(refused(opener, DRAFT.encrypt(payload))).isEqualTo(Refusal.MALFORMED);
        }
    }

    static Stream<String> falseEphemeralKeys() {
        var point = new ECKey.Builder(Curve.P_256, (ECPublicKey) EC.signatureKey()).build();
        BigInteger y = point.getY().decodeToBigInteger();
        String off = Base64URL.encode(y.xor(BigInteger.TWO)).toString();
        return Stream.of(
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + point.getX() + "\",\"y\":\"" + off + "\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-384\",\"x\":\"" + point.getX() + "\",\"y\":\"" + point.getY() + "\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"\",\"y\":\"\"}",
                "{\"kty\":\"EC\",\"crv\":\"secp256k1\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"" + point.getX() + "\"}",
                "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
                "{\"kty\":\"RSA\",\"n\":\"AAAA\",\"e\":\"AQAB\"}",
                new ECKey.Builder(Curve.P_384, (ECPublicKey)
                                AuthResultTokens.ecPair("secp384r1").getPublic())
                        .build()
                        .toJSONString(),
                "{}",
                "[]",
                "null",
                "\"x\"");
    }

    @ParameterizedTest
    @MethodSource("falseEphemeralKeys")
    void agreesOnNothingWithAPointOffTheCurve(String epk) {
        for (String alg : List.of("ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A256KW")) {
            String header = "{\"alg\":\"" + alg + "\",\"enc\":\"A128GCM\",\"epk\":" + epk + "}";
            String token = Forgery.of(header, "0123456789abcdef01234567", "0123456789ab", "text", "0123456789abcdef");
            assertThat(refused(opener, token)).isIn(Refusal.MALFORMED, Refusal.UNDECRYPTABLE);
            AuthResultOpener jdk = Openings.opener(EC, CryptoProvider.jdk());
            assertThat(refused(jdk, token)).isIn(Refusal.MALFORMED, Refusal.UNDECRYPTABLE);
        }
    }

    @Test
    void aRefusalShowsNothingOfTheToken() {
        TokenRefused refusal = new TokenRefused(Refusal.CLAIMS);
        assertThat(refusal).hasMessage("CLAIMS").hasNoCause();
        assertThat(refusal.getStackTrace()).isEmpty();
    }
}
