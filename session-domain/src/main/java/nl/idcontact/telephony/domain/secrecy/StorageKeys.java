package nl.idcontact.telephony.domain.secrecy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Fingerprints;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.ReleaseToken;
import nl.idcontact.telephony.domain.model.ResultCode;

/**
 * The keys that protect everything stored. They are derived (HKDF with SHA-256, one label for each use) from secret key
 * material, the decryption keys: who has the database alone, has nothing.
 *
 * <p>While keys rotate there are several: the first writes, all read. Nothing is lost if the new one is first appended
 * everywhere, then moved to the front, and the old one dropped when the last session written with it is gone.
 */
public final class StorageKeys {
    private static final int KEY_ID_BYTES = 4;

    private final List<StorageKey> keys;

    private StorageKeys(List<StorageKey> keys) {
        this.keys = keys;
    }

    /**
     * Derives all keys.
     *
     * @param keyMaterial at least one secret of at least 32 bytes, the current one first
     * @throws IllegalArgumentException if there is none, or one is too short
     */
    public static StorageKeys derivedFrom(List<byte[]> keyMaterial) {
        if (keyMaterial.isEmpty() || keyMaterial.stream().anyMatch(secret -> secret.length < 32)) {
            throw new IllegalArgumentException("Storage keys need key material of at least 32 bytes");
        }
        return new StorageKeys(keyMaterial.stream().map(StorageKey::new).toList());
    }

    /** The fingerprints of a DTMF code. */
    public Fingerprints<DtmfCode> of(DtmfCode code) {
        return fingerprints(key -> key.ofDtmfCode(code.digits()));
    }

    /** The fingerprints of a phone session id. */
    public Fingerprints<PhoneSessionId> of(PhoneSessionId call) {
        return fingerprints(key -> key.ofPhoneSession(call.value()));
    }

    /** The fingerprints of a result code, one of which names a session. */
    public Fingerprints<ResultCode> of(ResultCode code) {
        return fingerprints(key -> key.ofResultCode(code.value()));
    }

    /** The fingerprints of an auth result as it came in. */
    public Fingerprints<AuthResultToken> of(AuthResultToken token) {
        return fingerprints(key -> key.ofToken(token.compact()));
    }

    /** Encrypts a whole auth result, so that it can be opened for {@code session} only. */
    public byte[] seal(AuthResult result, Fingerprint<ResultCode> session, RandomGenerator random) {
        StorageKey key = keys.get(0);
        byte[] nonce = new byte[SealingKey.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] cipherText = key.sealing().seal(AuthResultBytes.write(result), nonce, session.bytes());
        return ByteBuffer.allocate(KEY_ID_BYTES + nonce.length + cipherText.length)
                .put(key.id())
                .put(nonce)
                .put(cipherText)
                .array();
    }

    /**
     * Decrypts what {@link #seal} made for {@code session}.
     *
     * @throws IllegalStateException if no key opens it: it was changed, moved to another session, or its key was dropped
     *     too early
     */
    public AuthResult open(byte[] sealed, Fingerprint<ResultCode> session) {
        int bodyStart = KEY_ID_BYTES + SealingKey.NONCE_BYTES;
        if (sealed.length < bodyStart + SealingKey.TAG_BYTES) {
            throw new IllegalStateException("A sealed result is cut short");
        }
        byte[] id = Arrays.copyOf(sealed, KEY_ID_BYTES);
        byte[] nonce = Arrays.copyOfRange(sealed, KEY_ID_BYTES, bodyStart);
        byte[] cipherText = Arrays.copyOfRange(sealed, bodyStart, sealed.length);
        return keys.stream()
                .filter(key -> Arrays.equals(key.id(), id))
                .map(key -> key.sealing().open(cipherText, nonce, session.bytes()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(AuthResultBytes::read)
                .orElseThrow(() -> new IllegalStateException("No storage key opens the result of session " + session));
    }

    /** The token with which {@code call}, linked to {@code session}, may have its attributes: 43 characters of base64url. */
    public ReleaseToken releaseToken(Fingerprint<ResultCode> session, PhoneSessionId call) {
        return encode(keys.get(0).releaseToken(session, call.value()));
    }

    /** Whether {@code token} was made for this session and call, by any of the keys. Takes the same time either way. */
    public boolean accepts(ReleaseToken token, Fingerprint<ResultCode> session, PhoneSessionId call) {
        byte[] presented = bytes(token);
        boolean accepted = false;
        for (StorageKey key : keys) {
            accepted |= MessageDigest.isEqual(presented, bytes(encode(key.releaseToken(session, call.value()))));
        }
        return accepted;
    }

    private <T> Fingerprints<T> fingerprints(Function<StorageKey, Fingerprint<T>> fingerprint) {
        return new Fingerprints<>(keys.stream().map(fingerprint).toList());
    }

    private static ReleaseToken encode(byte[] token) {
        return new ReleaseToken(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    private static byte[] bytes(ReleaseToken token) {
        return token.value().getBytes(StandardCharsets.UTF_8);
    }
}
