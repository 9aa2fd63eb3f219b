package nl.idcontact.telephony.domain.secrecy;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key for HMAC with SHA-256 (RFC 2104), made ready once: that takes longer than to hash a code. */
final class HmacKey {
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final Mac ready;

    HmacKey(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
        this.ready = mac();
    }

    /** 32 bytes of all parts, one behind the other. May be asked by many threads at once: each works on a copy. */
    byte[] hash(byte[]... parts) {
        Mac mac = copy();
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    private Mac copy() {
        try {
            return (Mac) ready.clone();
        } catch (CloneNotSupportedException e) {
            // One that lives in hardware, say.
            return mac();
        }
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
