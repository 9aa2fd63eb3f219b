package nl.idcontact.telephony.app.bench.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/**
 * What a worker is told, as a file of properties: {@code kind} and, as far as that needs them, {@code internal}, {@code open},
 * {@code link_secret}, {@code tokens} (a file with one a line), {@code jdbc_url}, {@code ways}, {@code connections}, and the keys
 * {@code private_key} and {@code public_key} of {@code key_type} in DER as base64.
 */
final class WorkerSettings {
    private final Properties values = new Properties();

    WorkerSettings(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            values.load(in);
        }
    }

    String text(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("Missing: " + name);
        }
        return value;
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }

    URI address(String name) {
        return URI.create(text(name));
    }

    Tokens tokens() {
        try {
            return new Tokens(Files.readAllLines(Path.of(text("tokens"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key as an object of {@code provider}, or of the JDK. */
    PrivateKey privateKey(Optional<Provider> provider) throws GeneralSecurityException {
        return factory(provider).generatePrivate(new PKCS8EncodedKeySpec(der("private_key")));
    }

    /** As {@link #privateKey}. */
    PublicKey publicKey(Optional<Provider> provider) throws GeneralSecurityException {
        return factory(provider).generatePublic(new X509EncodedKeySpec(der("public_key")));
    }

    private KeyFactory factory(Optional<Provider> provider) throws GeneralSecurityException {
        String type = text("key_type");
        return provider.isPresent() ? KeyFactory.getInstance(type, provider.get()) : KeyFactory.getInstance(type);
    }

    private byte[] der(String name) {
        return Base64.getDecoder().decode(text(name));
    }
}
