package nl.idcontact.telephony.domain.secrecy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869), without salt and for one block of output, which is all that is needed here. */
final class Hkdf {
    private static final String HMAC = "HmacSHA256";
    private static final byte[] NO_SALT = new byte[32];
    private static final byte[] FIRST_BLOCK = {1};

    private Hkdf() {}

    /** 32 bytes that depend on {@code keyMaterial} and on {@code label} (RFC 5869 sections 2.2 and 2.3, L = 32). */
    static byte[] derive(byte[] keyMaterial, String label) {
        byte[] pseudorandomKey = hmac(NO_SALT, keyMaterial);
        return hmac(pseudorandomKey, label.getBytes(US_ASCII), FIRST_BLOCK);
    }

    /** HMAC with SHA-256 (RFC 2104) over all parts, one behind the other. */
    static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
