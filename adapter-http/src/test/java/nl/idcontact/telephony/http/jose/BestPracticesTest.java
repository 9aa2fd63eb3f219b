package nl.idcontact.telephony.http.jose;

import static nl.idcontact.telephony.http.jose.Openings.NOON;
import static nl.idcontact.telephony.http.jose.Openings.opened;
import static nl.idcontact.telephony.http.jose.Openings.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import java.util.stream.Stream;
import nl.idcontact.telephony.domain.port.AuthResultOpener;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import nl.idcontact.telephony.http.jose.testing.TokenDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The practices of RFC 8725, one row for each way to ignore one of them. What stands before a row is its section. */
class BestPracticesTest {
    private static final AuthResultTokens PLUGIN = AuthResultTokens.generate();
    private static final KeyPair ATTACKER = AuthResultTokens.rsaPair(2048);
    private static final TokenDraft DRAFT = PLUGIN.token(NOON);
    private static final String CLAIMS = Forgery.payload(DRAFT.signed());
    private static final EncryptionMethod A256GCM = EncryptionMethod.A256GCM;
    private static final JWEAlgorithm OAEP = JWEAlgorithm.RSA_OAEP_256;
    private static final JWEAlgorithm RSA1_5 = JWEAlgorithm.parse("RSA1_5");
    private static final String DIRECT = "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}";
    private static final String PASSWORD =
            "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2c\":2147483647,\"p2s\":\"AAAAAAAAAAAAAAAAAAAAAA\"}";
    private final AuthResultOpener opener = Openings.opener(PLUGIN, CryptoProvider.fastest());

    static Stream<Arguments> ignored() throws JOSEException {
        return Stream.of(
                arguments("3.1 HMAC with the public key as the secret", hmacWithPublicKey(), Refusal.ALGORITHM),
                arguments("3.1 RS384, which the key could verify", signed(JWSAlgorithm.RS384), Refusal.ALGORITHM),
                arguments("3.1 PS512, which the key could verify", signed(JWSAlgorithm.PS512), Refusal.ALGORITHM),
                arguments("3.1 RSA-OAEP-512", encrypted(JWEAlgorithm.RSA_OAEP_512, A256GCM), Refusal.ALGORITHM),
                arguments("3.1 A192GCM", encrypted(OAEP, EncryptionMethod.A192GCM), Refusal.ALGORITHM),
                arguments("3.1 another algorithm named", renamed("RSA-OAEP-256"), Refusal.UNDECRYPTABLE),
                arguments("3.1 an algorithm of EC keys named", renamed("ECDH-ES"), Refusal.ALGORITHM),
                arguments("3.2 none", nested(Forgery.of("{\"alg\":\"none\"}", CLAIMS, "")), Refusal.MALFORMED),
                arguments("3.2 None", nested(Forgery.of("{\"alg\":\"None\"}", CLAIMS, "")), Refusal.MALFORMED),
                arguments("3.2 RSA1_5", encrypted(RSA1_5, A256GCM), Refusal.ALGORITHM),
                arguments("3.2 dir", Forgery.of(DIRECT, "", "iv", "text", "tag"), Refusal.ALGORITHM),
                arguments("3.3 not signed", DRAFT.encrypt(CLAIMS), Refusal.MALFORMED),
                arguments("3.3 not encrypted", DRAFT.signed(), Refusal.MALFORMED),
                arguments("3.3 no signature", nested(stripped(DRAFT.signed())), Refusal.MALFORMED),
                arguments("3.3 claims in the outer token", DRAFT.encrypt(outerClaims()), Refusal.SIGNATURE),
                arguments("3.5 PBES2", Forgery.of(PASSWORD, "key", "iv", "text", "tag"), Refusal.ALGORITHM),
                arguments("3.6 compressed", compressed(), Refusal.MALFORMED),
                arguments("3.7 claims in UTF-16", inEncoding("UTF-16BE"), Refusal.CLAIMS),
                arguments("3.7 claims in Latin-1", inEncoding("ISO-8859-1"), Refusal.CLAIMS),
                arguments("3.8 no subject", PLUGIN.token(NOON).without("sub").compact(), Refusal.CLAIMS),
                arguments(
                        "3.8 another subject",
                        PLUGIN.token(NOON).claim("sub", "other").compact(),
                        Refusal.CLAIMS),
                arguments("3.10 a key in the header", selfSigned(), Refusal.SIGNATURE),
                arguments("3.10 crit", critical(), Refusal.MALFORMED),
                arguments("3.10 b64", nested(unencodedPayload()), Refusal.MALFORMED),
                arguments("3.11 a signed token of another kind", DRAFT.encrypt("{\"jwt\":\"x\"}"), Refusal.MALFORMED),
                arguments("3.12 nested twice", nested(PLUGIN.token(NOON).compact()), Refusal.MALFORMED),
                arguments(
                        "3.12 the JSON serialization", "{\"protected\":\"\",\"ciphertext\":\"\"}", Refusal.MALFORMED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ignored")
    void refusesWhoIgnores(String practice, String token, Refusal reason) {
        assertThat(refused(opener, token)).isEqualTo(reason);
        assertThat(refused(Openings.opener(PLUGIN, CryptoProvider.jdk()), token))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"crit\":[]", "\"crit\":null", "\"b64\":true", "\"zip\":null", "\"zip\":\"\""})
    void refusesWhatIsForbiddenInAHeaderWhateverItsValue(String parameter) throws JOSEException {
        Base64URL signature = Base64URL.encode("{\"alg\":\"RS256\"," + parameter + "}");
        Base64URL encryption = Base64URL.encode("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\"," + parameter + "}");
        JWSHeader signed = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .parsedBase64URL(signature)
                .build();
        JWEHeader encrypted =
                new JWEHeader.Builder(OAEP, A256GCM).parsedBase64URL(encryption).build();

        assertThat(refused(opener, nested(signed(signed, new RSASSASigner(PLUGIN.signingKey())))))
                .isEqualTo(Refusal.MALFORMED);
        assertThat(refused(opener, DRAFT.encrypt(encrypted, "{\"njwt\":\"" + DRAFT.signed() + "\"}")))
                .isEqualTo(Refusal.MALFORMED);
    }

    /** RFC 7516 section 5.2, step 10. */
    @Test
    void refusesAKeyWhereNoneIsSent() {
        AuthResultTokens plugin = AuthResultTokens.generateEc();
        AuthResultOpener ec = Openings.opener(plugin, CryptoProvider.fastest());
        String token = plugin.token(NOON)
                .with(JWEAlgorithm.ECDH_ES, A256GCM, JWSAlgorithm.ES256)
                .compact();

        opened(ec, token);
        assertThat(refused(ec, token.replaceFirst("\\.\\.", ".AAAA."))).isEqualTo(Refusal.MALFORMED);
    }

    // Section 3.4 is in HostileTokensTest. Section 3.9: an auth result names no audience; it is encrypted for one.
    @Test
    void opensWhoObservesThemAll() {
        opened(opener, DRAFT.compact());
        JWEHeader talkative = new JWEHeader.Builder(OAEP, A256GCM)
                .keyID("which")
                .jwkURL(URI.create("https://evil.example/keys"))
                .contentType("JWT")
                .build();
        opened(opener, DRAFT.encrypt(talkative, "{\"njwt\":\"" + DRAFT.signed() + "\",\"exp\":1,\"sub\":\"x\"}"));
    }

    private static String nested(String signed) {
        return DRAFT.encrypt("{\"njwt\":\"" + signed + "\"}");
    }

    private static String encrypted(JWEAlgorithm keyManagement, EncryptionMethod content) {
        return DRAFT.encrypt(new JWEHeader(keyManagement, content), "{\"njwt\":\"" + DRAFT.signed() + "\"}");
    }

    private static String signed(JWSAlgorithm algorithm) throws JOSEException {
        return nested(signed(new JWSHeader(algorithm), new RSASSASigner(PLUGIN.signingKey())));
    }

    private static String signed(JWSHeader header, JWSSigner signer) throws JOSEException {
        JWSObject jws = new JWSObject(header, new Payload(CLAIMS));
        jws.sign(signer);
        return jws.serialize();
    }

    private static String hmacWithPublicKey() throws JOSEException {
        byte[] secret = PLUGIN.signatureKeyPem().getBytes(StandardCharsets.UTF_8);
        return nested(signed(new JWSHeader(JWSAlgorithm.HS256), new MACSigner(secret)));
    }

    private static String selfSigned() throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .jwk(new RSAKey.Builder((RSAPublicKey) ATTACKER.getPublic()).build())
                .jwkURL(URI.create("https://evil.example/keys"))
                .x509CertURL(URI.create("https://evil.example/certificate"))
                .keyID("../../dev/null' or 1=1")
                .build();
        return nested(signed(header, new RSASSASigner(ATTACKER.getPrivate())));
    }

    private static String critical() throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .criticalParams(Set.of("exp"))
                .customParam("exp", 1)
                .build();
        return nested(signed(header, new RSASSASigner(PLUGIN.signingKey())));
    }

    private static String unencodedPayload() throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .base64URLEncodePayload(false)
                .build();
        return signed(header, new RSASSASigner(PLUGIN.signingKey()));
    }

    private static String compressed() {
        JWEHeader header = new JWEHeader.Builder(OAEP, A256GCM)
                .compressionAlgorithm(CompressionAlgorithm.DEF)
                .build();
        return DRAFT.encrypt(header, "{\"njwt\":\"" + DRAFT.signed() + "\"}");
    }

    private static String renamed(String algorithm) {
        String token = DRAFT.compact();
        return Forgery.withHeader(token, Forgery.header(token).replace("RSA-OAEP", algorithm));
    }

    private static String stripped(String signed) {
        return signed.substring(0, signed.lastIndexOf('.') + 1);
    }

    private static String outerClaims() {
        String forged = PLUGIN.token(NOON).attribute("bsn", "1").signed();
        return CLAIMS.replaceFirst("\\{", "{\"njwt\":\"" + forged.substring(0, forged.length() - 8) + "AAAAAAAA\",");
    }

    private static String inEncoding(String charset) {
        String claims =
                Forgery.payload(PLUGIN.token(NOON).attribute("name", "Zoë").signed());
        return nested(DRAFT.sign(claims.getBytes(Charset.forName(charset))));
    }
}
