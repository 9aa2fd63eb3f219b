package nl.idcontact.telephony.http.jose;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;

/** What is secret about a private key, the same for every encoding of it and every provider that holds it. */
public final class KeyMaterial {
    private KeyMaterial() {}

    /**
     * The secret number of a key, unsigned and big-endian: the private exponent of an RSA key without leading zeros, the private
     * scalar of an EC key in the length of its curve's order (RFC 5915 section 3), so 32 bytes or more even if it is a small
     * number. Keys for other purposes may be derived from it.
     *
     * @throws IllegalArgumentException if the key is of another type, or keeps its number in hardware
     */
    public static byte[] of(PrivateKey key) {
        if (key instanceof RSAPrivateKey rsa) {
            BigInteger exponent = rsa.getPrivateExponent();
            return unsigned(exponent, bytes(exponent));
        }
        if (key instanceof ECPrivateKey ec) {
            return unsigned(ec.getS(), bytes(ec.getParams().getOrder()));
        }
        throw new IllegalArgumentException("A private key must be an RSA or EC key whose number is known");
    }

    private static int bytes(BigInteger number) {
        return (number.bitLength() + Byte.SIZE - 1) / Byte.SIZE;
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] signed = number.toByteArray();
        byte[] unsigned = new byte[length];
        int kept = Math.min(signed.length, length);
        System.arraycopy(signed, signed.length - kept, unsigned, length - kept, kept);
        return unsigned;
    }
}
