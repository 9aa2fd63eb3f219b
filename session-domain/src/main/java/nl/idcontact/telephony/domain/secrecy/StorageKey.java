package nl.idcontact.telephony.domain.secrecy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.idcontact.telephony.domain.model.Fingerprint;

/** What is derived from one decryption key: one independent key for each use. */
final class StorageKey {
    private static final String PREFIX = "id-contact-telephony/1/";

    private final byte[] id;
    private final HmacKey dtmfCodes;
    private final HmacKey phoneSessions;
    private final HmacKey resultCodes;
    private final HmacKey authResultTokens;
    private final HmacKey releaseTokens;
    private final SealingKey sealing;

    StorageKey(byte[] keyMaterial) {
        id = Arrays.copyOf(Hkdf.derive(keyMaterial, PREFIX + "key-id"), 4);
        dtmfCodes = new HmacKey(Hkdf.derive(keyMaterial, PREFIX + "dtmf-code"));
        phoneSessions = new HmacKey(Hkdf.derive(keyMaterial, PREFIX + "phone-session"));
        resultCodes = new HmacKey(Hkdf.derive(keyMaterial, PREFIX + "result-code"));
        authResultTokens = new HmacKey(Hkdf.derive(keyMaterial, PREFIX + "auth-result-token"));
        releaseTokens = new HmacKey(Hkdf.derive(keyMaterial, PREFIX + "release-token"));
        sealing = new SealingKey(Hkdf.derive(keyMaterial, PREFIX + "sealed-result"));
    }

    /** Four bytes that tell this key from others; they say nothing about it. */
    byte[] id() {
        return id.clone();
    }

    SealingKey sealing() {
        return sealing;
    }

    <T> Fingerprint<T> ofDtmfCode(String digits) {
        return fingerprint(dtmfCodes, digits);
    }

    <T> Fingerprint<T> ofPhoneSession(String id) {
        return fingerprint(phoneSessions, id);
    }

    <T> Fingerprint<T> ofResultCode(String code) {
        return fingerprint(resultCodes, code);
    }

    <T> Fingerprint<T> ofToken(String compact) {
        return fingerprint(authResultTokens, compact);
    }

    /** The release token's 32 bytes: the session's name has a fixed length, so the two parts can't run into each other. */
    byte[] releaseToken(Fingerprint<?> session, String phoneSessionId) {
        return releaseTokens.hash(session.bytes(), phoneSessionId.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> Fingerprint<T> fingerprint(HmacKey key, String value) {
        return new Fingerprint<>(key.hash(value.getBytes(StandardCharsets.UTF_8)));
    }
}
