package nl.idcontact.telephony.http.jose;

import com.nimbusds.jose.crypto.utils.ECChecks;
import com.nimbusds.jose.jwk.Curve;
import java.math.BigInteger;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import java.util.Set;

/** What a key must be to be used at all. Each refusal is a sentence for whoever configured it; none shows anything of the key. */
public final class KeyRules {
    private static final int MIN_RSA_BITS = 2048; // RFC 7518 sections 3.3, 3.5, 4.3

    private static final Set<Curve> AGREEMENT_CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);

    private KeyRules() {}

    /**
     * Checks a key that is to decrypt auth results.
     *
     * @throws IllegalArgumentException if it is neither an RSA key of at least 2048 bits nor an EC key on P-256, P-384 or P-521
     */
    public static void checkDecryptionKey(PrivateKey key) {
        if (key instanceof ECKey) {
            require(
                    curve(key).filter(AGREEMENT_CURVES::contains).isPresent(),
                    "An EC decryption key must be on the curve P-256, P-384 or P-521");
        } else {
            require(key instanceof RSAPrivateCrtKey, "A decryption key must be an RSA or EC private key");
            RSAPrivateCrtKey rsa = (RSAPrivateCrtKey) key;
            checkRsa(rsa.getModulus(), rsa.getPublicExponent());
        }
    }

    /**
     * Checks a key that is to verify the signatures of auth results.
     *
     * @throws IllegalArgumentException if it is neither an RSA key of at least 2048 bits nor an EC key on P-256, the curve
     *     of ES256
     */
    public static void checkSignatureKey(PublicKey key) {
        if (key instanceof ECPublicKey ec) {
            require(
                    curve(key).filter(Curve.P_256::equals).isPresent(),
                    "An EC signature key must be on the curve P-256, since only ES256 is accepted");
            require(
                    ECChecks.isPointOnCurve(ec.getW().getAffineX(), ec.getW().getAffineY(), ec.getParams()),
                    "The EC signature key is not a point of its curve");
        } else {
            require(key instanceof RSAPublicKey, "A signature key must be an RSA or EC public key");
            RSAPublicKey rsa = (RSAPublicKey) key;
            checkRsa(rsa.getModulus(), rsa.getPublicExponent());
        }
    }

    private static void checkRsa(BigInteger modulus, BigInteger exponent) {
        require(
                modulus.bitLength() >= MIN_RSA_BITS,
                "An RSA key must have at least " + MIN_RSA_BITS + " bits; this one has " + modulus.bitLength());
        require(
                exponent.testBit(0) && exponent.compareTo(BigInteger.TWO) > 0,
                "The public exponent of an RSA key must be odd and at least 3");
        require(
                !RocaFingerprint.marks(modulus),
                "The RSA key was made by a device that makes keys which can be factored (CVE-2017-15361)");
    }

    private static Optional<Curve> curve(Key key) {
        return Optional.ofNullable(Curve.forECParameterSpec(((ECKey) key).getParams()));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
