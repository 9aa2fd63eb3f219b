package nl.idcontact.telephony.app.config;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import nl.idcontact.telephony.http.jose.KeyRules;

/**
 * What a key has to be and how it is made from PEM.
 *
 * @param <K> private or public
 */
interface KeyFormat<K extends Key> {

    /** PKCS#8, or one of the traditional forms for private keys. */
    KeyFormat<PrivateKey> PRIVATE = new KeyFormat<>() {
        @Override
        public String expected() {
            return "a private key in PEM (PKCS#8, -----BEGIN PRIVATE KEY-----)";
        }

        @Override
        public KeySpec spec(Pem pem) throws Unacceptable {
            return new PKCS8EncodedKeySpec(
                    switch (pem.label()) {
                        case "PRIVATE KEY" -> pem.der();
                        case "RSA PRIVATE KEY" -> Der.pkcs8OfPkcs1(pem.der());
                        case "EC PRIVATE KEY" -> Der.pkcs8OfSec1(pem.der());
                        case "ENCRYPTED PRIVATE KEY" ->
                            throw new Unacceptable("must not be encrypted: openssl pkcs8 -in key.pem -out plain.pem");
                        default -> throw notThis(pem);
                    });
        }

        @Override
        public PrivateKey make(KeyFactory factory, KeySpec spec) throws InvalidKeySpecException {
            return factory.generatePrivate(spec);
        }

        @Override
        public void check(PrivateKey key) {
            KeyRules.checkDecryptionKey(key);
        }
    };

    /** SPKI, or the traditional form for RSA. */
    KeyFormat<PublicKey> PUBLIC = new KeyFormat<>() {
        @Override
        public String expected() {
            return "a public key in PEM (SPKI, -----BEGIN PUBLIC KEY-----)";
        }

        @Override
        public KeySpec spec(Pem pem) throws Unacceptable {
            return new X509EncodedKeySpec(
                    switch (pem.label()) {
                        case "PUBLIC KEY" -> pem.der();
                        case "RSA PUBLIC KEY" -> Der.spkiOfPkcs1(pem.der());
                        case "CERTIFICATE" ->
                            throw new Unacceptable(
                                    "must be the public key of that certificate: openssl x509 -in cert.pem -pubkey -noout");
                        default -> throw notThis(pem);
                    });
        }

        @Override
        public PublicKey make(KeyFactory factory, KeySpec spec) throws InvalidKeySpecException {
            return factory.generatePublic(spec);
        }

        @Override
        public void check(PublicKey key) {
            KeyRules.checkSignatureKey(key);
        }
    };

    /** What is right, as the end of "must be …". */
    String expected();

    /** The encoded key in a form that Java reads. */
    KeySpec spec(Pem pem) throws Unacceptable;

    K make(KeyFactory factory, KeySpec spec) throws InvalidKeySpecException;

    /**
     * Checks that it may be used.
     *
     * @throws IllegalArgumentException if it may not; the message says what it must be
     */
    void check(K key);

    default Unacceptable notThis(Pem pem) {
        return new Unacceptable("must be " + expected() + ", but is another kind of PEM block");
    }

    /** The key in a PEM block; empty if it is not of that kind or is broken. */
    default Optional<K> key(KeyKind kind, KeySpec spec) {
        try {
            return Optional.of(make(KeyFactory.getInstance(kind.name()), spec));
        } catch (GeneralSecurityException notThisKind) {
            return Optional.empty();
        }
    }
}
