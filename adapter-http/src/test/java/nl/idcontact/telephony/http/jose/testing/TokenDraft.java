package nl.idcontact.telephony.http.jose.testing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** An auth result before it is signed and encrypted. */
public final class TokenDraft {
    private final AuthResultTokens keys;
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private JWEAlgorithm keyManagement;
    private EncryptionMethod content = EncryptionMethod.A128CBC_HS256;
    private JWSAlgorithm signature;

    TokenDraft(AuthResultTokens keys, Instant now) {
        this.keys = keys;
        this.keyManagement = keys.usualEncryption();
        this.signature = keys.usualSignature();
        claims.put("sub", "id-contact-attributes");
        claims.put("status", "succes");
        claims.put("attributes", attributes);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 300);
    }

    public TokenDraft attribute(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    /** The login failed: no attributes. */
    public TokenDraft failed() {
        return without("attributes").claim("status", "failed");
    }

    public TokenDraft sessionUrl(String url) {
        return claim("session_url", url);
    }

    public TokenDraft issuedAt(Instant time) {
        return claim("iat", time.getEpochSecond());
    }

    public TokenDraft expiresAt(Instant time) {
        return claim("exp", time.getEpochSecond());
    }

    /** @param value any JSON value as Nimbus writes it: string, number, boolean, list, map or null */
    public TokenDraft claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    public TokenDraft without(String name) {
        claims.remove(name);
        return this;
    }

    /** Other algorithms than the usual ones, fit for the keys. */
    public TokenDraft with(JWEAlgorithm keyManagement, EncryptionMethod content, JWSAlgorithm signature) {
        this.keyManagement = keyManagement;
        this.content = content;
        this.signature = signature;
        return this;
    }

    /** The token as an auth plugin posts it. */
    public String compact() {
        return encrypt("{\"njwt\":\"" + signed() + "\"}");
    }

    /** Only the signed token inside. */
    public String signed() {
        return sign(JSONObjectUtils.toJSONString(claims));
    }

    /** Any text as a payload, signed as this draft would be. */
    public String sign(String payload) {
        return sign(payload.getBytes(StandardCharsets.UTF_8));
    }

    /** Any bytes as a payload, signed as this draft would be. */
    public String sign(byte[] payload) {
        try {
            JWSObject jws = new JWSObject(new JWSHeader(signature), new Payload(payload));
            jws.sign(signer(keys.signingKey()));
            return jws.serialize();
        } catch (JOSEException unfit) {
            throw new IllegalArgumentException(unfit);
        }
    }

    /** Any text as a payload, encrypted as this draft would be. */
    public String encrypt(String payload) {
        return encrypt(new JWEHeader(keyManagement, content), payload);
    }

    /** Any text as a payload under any header. */
    public String encrypt(JWEHeader header, String payload) {
        try {
            JWEObject jwe = new JWEObject(header, new Payload(payload));
            jwe.encrypt(encrypter(keys.decryption().getPublic()));
            return jwe.serialize();
        } catch (JOSEException unfit) {
            throw new IllegalArgumentException(unfit);
        }
    }

    private static JWSSigner signer(PrivateKey key) throws JOSEException {
        return key instanceof ECPrivateKey ec ? new ECDSASigner(ec) : new RSASSASigner(key);
    }

    private static JWEEncrypter encrypter(PublicKey key) throws JOSEException {
        return key instanceof ECPublicKey ec ? new ECDHEncrypter(ec) : new RSAEncrypter((RSAPublicKey) key);
    }
}
