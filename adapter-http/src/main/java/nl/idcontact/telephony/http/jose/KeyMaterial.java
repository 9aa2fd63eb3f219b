package nl.idcontact.telephony.http.jose;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;

/** What is secret about a private key, the same for every encoding of it and every provider that holds it. */
public final class KeyMaterial {
    private KeyMaterial() {}

    /**
     * The secret number of a key, unsigned, big-endian, without leading zeros: the private exponent of an RSA key, the private
     * scalar of an EC key. Keys for other purposes may be derived from it.
     *
     * @throws IllegalArgumentException if the key is of another type, or keeps its number in hardware
     */
    public static byte[] of(PrivateKey key) {
        if (key instanceof RSAPrivateKey rsa) {
            return unsigned(rsa.getPrivateExponent());
        }
        if (key instanceof ECPrivateKey ec) {
            return unsigned(ec.getS());
        }
        throw new IllegalArgumentException("A private key must be an RSA or EC key whose number is known");
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] signed = number.toByteArray();
        return signed[0] == 0 && signed.length > 1 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    }
}
