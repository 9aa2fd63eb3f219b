package nl.idcontact.telephony.http.jose;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;

/**
 * Loads the Amazon Corretto Crypto Provider from the archive for this machine's processor, which is a resource of this
 * module. The archives cannot stand on the class path together, since they keep their libraries under the same name.
 */
final class NativeCrypto {
    private static final String PROVIDER = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private NativeCrypto() {}

    /** The provider, if there is one for this machine and it works. */
    static Optional<Provider> load() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.empty();
        }
        try {
            Provider provider = new NativeProvider(loadArchive(System.getProperty("os.arch", "")));
            selfTest(provider);
            return Optional.of(provider);
        } catch (IOException
                | ReflectiveOperationException
                | GeneralSecurityException
                | RuntimeException
                | LinkageError e) {
            // Not an error: musl, another processor, a directory for temporary files that nobody may execute from, …
            return Optional.empty();
        }
    }

    // The loader has its archive open by the end, so that its name can go.
    private static Provider loadArchive(String processor) throws IOException, ReflectiveOperationException {
        Path archive = Files.createTempFile("native-crypto", ".jar");
        try (InputStream resource = resource(processor)) {
            Files.copy(resource, archive, StandardCopyOption.REPLACE_EXISTING);
            var loader = new ArchiveLoader(archive.toFile());
            return (Provider)
                    Class.forName(PROVIDER, true, loader).getField("INSTANCE").get(null);
        } finally {
            Files.delete(archive);
        }
    }

    private static InputStream resource(String processor) throws IOException {
        String classifier = switch (processor) {
            case "amd64", "x86_64" -> "linux-x86_64";
            case "aarch64" -> "linux-aarch_64";
            default -> "none";
        };
        InputStream found =
                NativeCrypto.class.getResourceAsStream("native/AmazonCorrettoCryptoProvider-" + classifier + ".jar");
        if (found == null) {
            throw new FileNotFoundException("There is no native library for " + processor);
        }
        return found;
    }

    /**
     * Whatever an opener asks of it must be there and be allowed by this JDK (Oracle's wants to see providers signed), and
     * a signature must be told from a false one.
     */
    private static void selfTest(Provider provider) throws GeneralSecurityException {
        Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding", provider);
        Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding", provider);
        KeyAgreement.getInstance("ECDH", provider);
        KeyFactory.getInstance("RSA", provider);
        Signature.getInstance("SHA256withRSA", provider);
        Signature.getInstance("RSASSA-PSS", provider);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        Signature ecdsa = Signature.getInstance("SHA256withECDSA", provider);
        ecdsa.initSign(pair.getPrivate());
        ecdsa.update((byte) 1);
        byte[] signature = ecdsa.sign();
        if (!verifies(ecdsa, pair.getPublic(), signature, (byte) 1)
                || verifies(ecdsa, pair.getPublic(), signature, (byte) 2)) {
            throw new GeneralSecurityException(provider.getName() + " does not work");
        }
    }

    private static boolean verifies(Signature ecdsa, PublicKey key, byte[] signature, byte message)
            throws GeneralSecurityException {
        ecdsa.initVerify(key);
        ecdsa.update(message);
        return ecdsa.verify(signature);
    }
}
