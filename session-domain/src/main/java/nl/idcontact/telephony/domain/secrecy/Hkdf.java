package nl.idcontact.telephony.domain.secrecy;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** HKDF with SHA-256 (RFC 5869), without salt and for one block of output, which is all that is needed here. */
final class Hkdf {
    private static final byte[] NO_SALT = new byte[32];
    private static final byte[] FIRST_BLOCK = {1};

    private Hkdf() {}

    /** 32 bytes that depend on {@code keyMaterial} and on {@code label} (RFC 5869 sections 2.2 and 2.3, L = 32). */
    static byte[] derive(byte[] keyMaterial, String label) {
        byte[] pseudorandomKey = new HmacKey(NO_SALT).hash(keyMaterial);
        return new HmacKey(pseudorandomKey).hash(label.getBytes(US_ASCII), FIRST_BLOCK);
    }
}
