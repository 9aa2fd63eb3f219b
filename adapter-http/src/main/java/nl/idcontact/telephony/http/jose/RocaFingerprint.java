package nl.idcontact.telephony.http.jose;

import java.math.BigInteger;

/**
 * Tells RSA moduli of the Infineon library of CVE-2017-15361. Modulo each small prime such a modulus is a power of
 * 65537; a modulus made well passes for one with a chance below 2 to the power of -25 (Nemec and others, "The Return of
 * Coppersmith's Attack", CCS 2017, section 3).
 */
final class RocaFingerprint {
    private static final int GENERATOR = 65537;
    private static final int LARGEST_PRIME = 167;

    private RocaFingerprint() {}

    static boolean marks(BigInteger modulus) {
        for (int prime = 3; prime <= LARGEST_PRIME; prime += 2) {
            if (BigInteger.valueOf(prime).isProbablePrime(20) && !isPowerOfGenerator(modulus, prime)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPowerOfGenerator(BigInteger modulus, int prime) {
        int remainder = modulus.mod(BigInteger.valueOf(prime)).intValue();
        int power = 1;
        do {
            if (power == remainder) {
                return true;
            }
            power = power * (GENERATOR % prime) % prime;
        } while (power != 1);
        return false;
    }
}
