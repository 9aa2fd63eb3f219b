package nl.idcontact.telephony.http.jose;

import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWSVerifier;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Who does the arithmetic of private and public keys: native code where it runs, the JDK elsewhere. The rest, AES and HMAC, is
 * always the JDK's. Nothing is installed for the whole JVM.
 */
public final class CryptoProvider {
    private static final CryptoProvider JDK = new CryptoProvider("JDK", null);

    private final String name;
    private final @Nullable Provider provider;

    private CryptoProvider(String name, @Nullable Provider provider) {
        this.name = name;
        this.provider = provider;
    }

    /** Whatever the JDK is configured with. */
    public static CryptoProvider jdk() {
        return JDK;
    }

    /**
     * Native code if it loads and works on this machine (Linux with glibc on x86-64 or 64-bit ARM), else the JDK. Takes
     * some tenths of a second the first time, since the library is unpacked into the directory for temporary files.
     */
    public static CryptoProvider fastest() {
        return Native.FASTEST;
    }

    /** What to call it in a log: a provider and its version. */
    public String name() {
        return name;
    }

    /**
     * The same key as this provider's own object. A key of another provider would be converted again for each use, which costs more than
     * native code gains.
     *
     * @throws IllegalArgumentException if the provider cannot use the key
     */
    PrivateKey own(PrivateKey key) {
        try {
            return factory(key.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException | RuntimeException unusable) {
            throw new IllegalArgumentException("A decryption key cannot be used by " + name + ": it is damaged");
        }
    }

    /** As {@link #own(PrivateKey)}. */
    PublicKey own(PublicKey key) {
        try {
            return factory(key.getAlgorithm()).generatePublic(new X509EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException | RuntimeException unusable) {
            throw new IllegalArgumentException("A signature key cannot be used by " + name + ": it is damaged");
        }
    }

    /** Has the key management of a decrypter computed here. */
    void computesKeyEncryptionOf(JWEDecrypter decrypter) {
        decrypter.getJCAContext().setKeyEncryptionProvider(provider);
    }

    /** Has the signatures of a verifier computed here. */
    void computesSignaturesOf(JWSVerifier verifier) {
        verifier.getJCAContext().setProvider(provider);
    }

    @Override
    public String toString() {
        return name;
    }

    private KeyFactory factory(String algorithm) throws GeneralSecurityException {
        return provider == null ? KeyFactory.getInstance(algorithm) : KeyFactory.getInstance(algorithm, provider);
    }

    /** Loaded with its first use, once. */
    private static final class Native {
        static final CryptoProvider FASTEST = NativeCrypto.load()
                .map(found -> new CryptoProvider(found.getName() + " " + found.getVersionStr(), found))
                .orElse(JDK);
    }
}
