package nl.idcontact.telephony.app.config;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** Fresh keys in PEM, and the traditional forms of them. */
public final class TestKeys {

    public static final KeyPair RSA = rsa(2048);
    static final KeyPair OTHER_RSA = rsa(2048);
    static final KeyPair WEAK_RSA = rsa(1024);
    static final KeyPair P256 = ec("secp256r1");
    static final KeyPair P521 = ec("secp521r1");

    /** An EC key on P-256 in SEC 1, as {@code openssl ecparam -genkey} writes it; made for these tests. */
    static final String SEC1 = """
            -----BEGIN EC PARAMETERS-----
            BggqhkjOPQMBBw==
            -----END EC PARAMETERS-----
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEINHXNixKe4bqPKdYwO4qEX9V+GcL0PmTDAX8glXfrMXZoAoGCCqGSM49
            AwEHoUQDQgAEc4lj1orMqfFeP0c7Kzh2FSKXWkZJR5Rt2GugoYKBQ8b7bQMx4hJC
            bKCCnuMBWSXBuasfiT3Bte71JYr7vBcehw==
            -----END EC PRIVATE KEY-----
            """;

    /** PKCS#8 of RSA 2048: SEQUENCE header 4, version 3, algorithm 15, OCTET STRING header 4. */
    private static final int PKCS1_PRIVATE_OFFSET = 26;

    /** SPKI of RSA: SEQUENCE header 4, algorithm 15, BIT STRING header 4 and its count of unused bits. */
    private static final int PKCS1_PUBLIC_OFFSET = 24;

    private TestKeys() {}

    static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(Key key) {
        return pem(key.getFormat().equals("PKCS#8") ? "PRIVATE KEY" : "PUBLIC KEY", key.getEncoded());
    }

    static String pem(String label, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    /** An EC key whose public half is another's. */
    public static String damagedSec1() {
        return SEC1.replace("bKCCnuMBWSXBuasfiT3Bte71JYr7vBcehw==", "bKCCnuMBWSXBuasfiT3Bte71JYr7vBcehg==");
    }

    static String pkcs1Private(KeyPair rsa2048) {
        byte[] pkcs8 = rsa2048.getPrivate().getEncoded();
        return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, PKCS1_PRIVATE_OFFSET, pkcs8.length));
    }

    static String pkcs1Public(KeyPair rsa2048) {
        byte[] spki = rsa2048.getPublic().getEncoded();
        return pem("RSA PUBLIC KEY", Arrays.copyOfRange(spki, PKCS1_PUBLIC_OFFSET, spki.length));
    }
}
