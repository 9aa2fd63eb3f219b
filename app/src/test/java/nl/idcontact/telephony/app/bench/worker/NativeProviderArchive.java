package nl.idcontact.telephony.app.bench.worker;

import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.Provider;
import java.util.Optional;
import nl.idcontact.telephony.http.jose.CryptoProvider;

/** The native provider that the server brings along, bare. */
final class NativeProviderArchive {
    private static final String PROVIDER = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private NativeProviderArchive() {}

    /** Nothing where the server does without it, too. */
    static Optional<Provider> load() throws Exception {
        if (CryptoProvider.fastest() == CryptoProvider.jdk()) {
            return Optional.empty();
        }
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        Path archive = Files.createTempFile("native-crypto", ".jar");
        try (InputStream resource = CryptoProvider.class.getResourceAsStream(
                "native/AmazonCorrettoCryptoProvider-linux-" + processor + ".jar")) {
            Files.copy(resource, archive, StandardCopyOption.REPLACE_EXISTING);
            var loader = new URLClassLoader(new URL[] {archive.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            return Optional.of((Provider)
                    Class.forName(PROVIDER, true, loader).getField("INSTANCE").get(null));
        } finally {
            Files.delete(archive);
        }
    }
}
