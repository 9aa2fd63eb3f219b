package nl.idcontact.telephony.app.config;

import java.math.BigInteger;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAKey;
import java.util.HexFormat;

/** The key pair in the original plugin's sample configuration: everybody has it, so that it protects nothing. */
final class PublishedKey {

    /** SHA-256 of the modulus as unsigned big-endian bytes; both halves of the pair share it. */
    private static final String MODULUS_SHA_256 = "718edefa9c15e177594d2b0287a09dff56990097bdcc9ac737f861f7d34027af";

    private PublishedKey() {}

    static boolean is(Key key) {
        return key instanceof RSAKey rsa && sha256(rsa.getModulus()).equals(MODULUS_SHA_256);
    }

    private static String sha256(BigInteger modulus) {
        byte[] bytes = modulus.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, sign, bytes.length - sign);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
