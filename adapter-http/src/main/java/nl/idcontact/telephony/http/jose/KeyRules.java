package nl.idcontact.telephony.http.jose;

import com.nimbusds.jose.crypto.utils.ECChecks;
import com.nimbusds.jose.jwk.Curve;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/**
 * What a key must be to be used at all. Each refusal is the end of a sentence for whoever configured it, beginning with "must"; none shows
 * anything of the key.
 */
public final class KeyRules {
    private static final int MIN_RSA_BITS = 2048; // RFC 7518 sections 3.3, 3.5, 4.3
    private static final int MAX_RSA_BITS = 16_384; // past that, one operation takes seconds

    private static final List<Curve> AGREEMENT_CURVES = List.of(Curve.P_256, Curve.P_384, Curve.P_521);
    private static final List<Curve> SIGNATURE_CURVES = List.of(Curve.P_256); // ES256: RFC 7518 section 3.4

    private KeyRules() {}

    /**
     * Checks a key that is to decrypt auth results.
     *
     * @throws IllegalArgumentException if it is neither an RSA key of 2048 to 16384 bits nor an EC key on P-256, P-384 or P-521, or
     *     its parts do not belong together
     */
    public static void checkDecryptionKey(PrivateKey key) {
        if (key instanceof ECPrivateKey ec) {
            checkCurve(ec, AGREEMENT_CURVES);
            require(
                    ec.getS().signum() > 0 && ec.getS().compareTo(ec.getParams().getOrder()) < 0,
                    "must be a whole EC key, but its secret number is out of range: it is damaged");
        } else {
            require(key instanceof RSAPrivateCrtKey, "must be an RSA or EC private key");
            RSAPrivateCrtKey rsa = (RSAPrivateCrtKey) key;
            checkRsa(rsa.getModulus(), rsa.getPublicExponent());
            require(
                    belongTogether(rsa),
                    "must be a whole RSA key, but its parts do not belong together: it is damaged");
        }
    }

    /**
     * Checks a key that is to verify the signatures of auth results.
     *
     * @throws IllegalArgumentException if it is neither an RSA key of 2048 to 16384 bits nor an EC key on P-256, the curve of ES256
     */
    public static void checkSignatureKey(PublicKey key) {
        if (key instanceof ECPublicKey ec) {
            checkCurve(ec, SIGNATURE_CURVES);
            require(
                    ECChecks.isPointOnCurve(ec.getW().getAffineX(), ec.getW().getAffineY(), ec.getParams()),
                    "must be a whole EC key, but is no point of its curve: it is damaged");
        } else {
            require(key instanceof RSAPublicKey, "must be an RSA or EC public key");
            RSAPublicKey rsa = (RSAPublicKey) key;
            checkRsa(rsa.getModulus(), rsa.getPublicExponent());
        }
    }

    private static void checkRsa(BigInteger modulus, BigInteger exponent) {
        int bits = modulus.bitLength();
        require(
                bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS,
                "must be an RSA key of " + MIN_RSA_BITS + " to " + MAX_RSA_BITS + " bits, but has " + bits);
        require(
                exponent.testBit(0) && exponent.compareTo(BigInteger.TWO) > 0,
                "must have a public exponent that is odd and at least 3");
        require(
                !RocaFingerprint.marks(modulus),
                "must be made anew: the device that made it makes RSA keys which can be factored (CVE-2017-15361)");
    }

    /** Whether the numbers of RFC 8017 section 3.2 fit each other, so that no single one of them is damaged. */
    private static boolean belongTogether(RSAPrivateCrtKey key) {
        BigInteger p = key.getPrimeP();
        BigInteger q = key.getPrimeQ();
        return p.compareTo(BigInteger.ONE) > 0
                && q.compareTo(BigInteger.ONE) > 0
                && p.multiply(q).equals(key.getModulus())
                && isExponent(key.getPrimeExponentP(), key, p)
                && isExponent(key.getPrimeExponentQ(), key, q)
                && key.getCrtCoefficient().multiply(q).mod(p).equals(BigInteger.ONE);
    }

    private static boolean isExponent(BigInteger exponent, RSAPrivateCrtKey key, BigInteger prime) {
        BigInteger order = prime.subtract(BigInteger.ONE);
        return key.getPrivateExponent().mod(order).equals(exponent)
                && key.getPublicExponent().multiply(exponent).mod(order).equals(BigInteger.ONE);
    }

    private static void checkCurve(ECKey key, List<Curve> curves) {
        Curve curve = Curve.forECParameterSpec(key.getParams());
        require(
                curve != null && curves.contains(curve),
                "must be an EC key on one of " + curves + ", but is on another curve");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
