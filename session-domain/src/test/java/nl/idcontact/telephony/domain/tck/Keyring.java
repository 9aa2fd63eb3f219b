package nl.idcontact.telephony.domain.tck;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Fingerprints;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.ResultCode;

/**
 * Turns words into fingerprints, as the domain's keys turn codes into them.
 *
 * @param keys names of keys, the current one first
 */
public record Keyring(List<String> keys) {
    public static final Keyring OLD = of("old");
    public static final Keyring OLD_AND_NEW = of("old", "new");
    public static final Keyring NEW_AND_OLD = of("new", "old");
    public static final Keyring NEW = of("new");

    private static Keyring of(String... keys) {
        return new Keyring(List.of(keys));
    }

    public Fingerprints<DtmfCode> code(String digits) {
        return all("code", digits);
    }

    public Fingerprints<PhoneSessionId> call(String id) {
        return all("call", id);
    }

    public Fingerprints<ResultCode> resultCode(String code) {
        return all("result code", code);
    }

    public Fingerprints<AuthResultToken> token(String token) {
        return all("token", token);
    }

    private <T> Fingerprints<T> all(String kind, String value) {
        return new Fingerprints<>(keys.stream()
                .map(key -> Keyring.<T>hash(key + ':' + kind + ':' + value))
                .toList());
    }

    private static <T> Fingerprint<T> hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Fingerprint<>(Arrays.copyOf(hash, 32));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
