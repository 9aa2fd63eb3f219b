package nl.idcontact.telephony.http.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys may be used, what is secret about them, and who computes with them. */
class KeyRulesTest {
    private static final KeyPair RSA = AuthResultTokens.rsaPair(2048);

    @Test
    void shortRsaKeysAreRefused() {
        KeyPair weak = AuthResultTokens.rsaPair(1024);
        assertThatThrownBy(() -> KeyRules.checkDecryptionKey(weak.getPrivate()))
                .hasMessage("must be an RSA key of 2048 to 16384 bits, but has 1024");
        assertThatThrownBy(() -> KeyRules.checkSignatureKey(weak.getPublic()))
                .hasMessage("must be an RSA key of 2048 to 16384 bits, but has 1024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
    void decryptionKnowsThreeCurves(String curve) {
        KeyRules.checkDecryptionKey(AuthResultTokens.ecPair(curve).getPrivate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp384r1", "secp521r1"})
    void signaturesKnowOneCurve(String curve) {
        KeyRules.checkSignatureKey(AuthResultTokens.ecPair("secp256r1").getPublic());
        assertThatThrownBy(() -> KeyRules.checkSignatureKey(
                        AuthResultTokens.ecPair(curve).getPublic()))
                .hasMessage("must be an EC key on one of [P-256], but is on another curve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ed25519", "DSA", "X25519", "DH"})
    void otherTypesAreRefused(String type) throws GeneralSecurityException {
        KeyPair other = KeyPairGenerator.getInstance(type).generateKeyPair();
        assertThatThrownBy(() -> KeyRules.checkDecryptionKey(other.getPrivate()))
                .hasMessage("must be an RSA or EC private key");
        assertThatThrownBy(() -> KeyRules.checkSignatureKey(other.getPublic()))
                .hasMessage("must be an RSA or EC public key");
    }

    @Test
    void anExponentThatHidesNothingIsRefused() throws GeneralSecurityException {
        BigInteger modulus = ((RSAPublicKey) RSA.getPublic()).getModulus();
        PublicKey even =
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(4)));
        assertThatThrownBy(() -> KeyRules.checkSignatureKey(even))
                .hasMessage("must have a public exponent that is odd and at least 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void anRsaKeyWithOneDamagedNumberIsRefused(int damaged) throws GeneralSecurityException {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) RSA.getPrivate();
        BigInteger[] numbers = {
            key.getModulus(),
            key.getPublicExponent(),
            key.getPrivateExponent(),
            key.getPrimeP(),
            key.getPrimeQ(),
            key.getPrimeExponentP(),
            key.getPrimeExponentQ(),
            key.getCrtCoefficient()
        };
        numbers[damaged] = numbers[damaged].flipBit(5);
        PrivateKey broken = KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateCrtKeySpec(
                        numbers[0],
                        numbers[1],
                        numbers[2],
                        numbers[3],
                        numbers[4],
                        numbers[5],
                        numbers[6],
                        numbers[7]));

        assertThatThrownBy(() -> KeyRules.checkDecryptionKey(broken))
                .hasMessage("must be a whole RSA key, but its parts do not belong together: it is damaged");
    }

    @Test
    void anEcKeyOutOfRangeIsRefused() throws GeneralSecurityException {
        var curve = ((ECPrivateKey) AuthResultTokens.ecPair("secp256r1").getPrivate()).getParams();
        PrivateKey broken = KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(curve.getOrder(), curve));

        assertThatThrownBy(() -> KeyRules.checkDecryptionKey(broken)).hasMessageContaining("out of range");
    }

    @Test
    void tellsKeysOfABrokenDevice() {
        BigInteger product = BigInteger.ONE;
        for (BigInteger p = BigInteger.TWO; p.intValue() <= 167; p = p.nextProbablePrime()) {
            product = product.multiply(p);
        }
        BigInteger broken = BigInteger.valueOf(65537).modPow(BigInteger.valueOf(123456789), product);
        assertThat(RocaFingerprint.marks(broken)).isTrue();
        assertThat(RocaFingerprint.marks(broken.add(BigInteger.TWO))).isFalse();
        assertThat(RocaFingerprint.marks(((RSAPublicKey) RSA.getPublic()).getModulus()))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("nl.idcontact.telephony.http.jose.Openings#providers")
    void theSecretIsTheSameForEveryProvider(CryptoProvider crypto) throws GeneralSecurityException {
        RSAPrivateKey rsa = (RSAPrivateKey) RSA.getPrivate();
        assertThat(KeyMaterial.of(crypto.own(rsa))).isEqualTo(KeyMaterial.of(rsa));
        assertThat(new BigInteger(1, KeyMaterial.of(rsa))).isEqualTo(rsa.getPrivateExponent());
        ECPrivateKey ec = (ECPrivateKey) AuthResultTokens.ecPair("secp521r1").getPrivate();
        assertThat(KeyMaterial.of(crypto.own(ec))).isEqualTo(KeyMaterial.of(ec));
        assertThat(new BigInteger(1, KeyMaterial.of(ec))).isEqualTo(ec.getS());
        var again = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(rsa.getEncoded()));
        assertThat(KeyMaterial.of(again)).isEqualTo(KeyMaterial.of(rsa));
        assertThat(KeyMaterial.of(rsa)[0]).isNotZero();
    }

    /** One P-256 key in 256 has a scalar that fits 31 bytes. */
    @Test
    void theSecretOfAnEcKeyHasTheLengthOfItsCurveEvenIfItIsSmall() throws GeneralSecurityException {
        ECPrivateKey any = (ECPrivateKey) AuthResultTokens.ecPair("secp256r1").getPrivate();
        BigInteger small = BigInteger.ONE.shiftLeft(240);
        var key = KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(small, any.getParams()));

        assertThat(KeyMaterial.of(key)).hasSize(32);
        assertThat(new BigInteger(1, KeyMaterial.of(key))).isEqualTo(small);
    }

    // A key object of another provider would be converted for each token, slower than without native code.
    @Test
    void nativeCodeHasKeyObjectsOfItsOwn() {
        CryptoProvider crypto = CryptoProvider.fastest();
        String itsPackage = crypto == CryptoProvider.jdk() ? "sun.security." : "com.amazon.corretto.";
        KeyPair ec = AuthResultTokens.ecPair("secp256r1");
        assertThat(new Object[] {
                    crypto.own(RSA.getPrivate()),
                    crypto.own(RSA.getPublic()),
                    crypto.own(ec.getPrivate()),
                    crypto.own(ec.getPublic())
                })
                .allSatisfy(key -> assertThat(key.getClass().getName()).startsWith(itsPackage));
    }
}
