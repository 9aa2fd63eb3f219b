package nl.idcontact.telephony.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Properties;
import java.util.stream.IntStream;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import nl.idcontact.telephony.http.jose.testing.TokenDraft;

/** An auth plugin with keys of its own, whose tokens were made before anything is measured. */
final class Plugin {
    private static final int TOKENS = 256;
    private static final Duration VALID = Duration.ofHours(3);
    private static final String SESSION_URL = "https://auth-digid.example.nl/session/update?id=5b1f0cf0d9a64b5e8a3c";
    private static final String[][] ATTRIBUTES = {
        {"bsn", "999990123"},
        {"initials", "A.B.C."},
        {"firstnames", "Anna Beatrix Cornelia"},
        {"familyname", "de Vries"},
        {"birthdate", "1981-02-28"},
        {"street", "Keizersgracht"},
        {"houseNumber", "1017"},
        {"zipcode", "1016 AA"},
        {"city", "Amsterdam"},
        {"email", "anna.de.vries@example.nl"}
    };

    private final AuthResultTokens keys;
    private final Path file;

    private Plugin(AuthResultTokens keys, Path file) {
        this.keys = keys;
        this.file = file;
    }

    static Plugin with(AuthResultTokens keys, Path directory) throws IOException {
        Instant now = Instant.now();
        Path file = directory.resolve("tokens-" + keys.decryptionKeyType());
        Files.write(
                file, IntStream.range(0, TOKENS).mapToObj(i -> token(keys, now)).toList());
        return new Plugin(keys, file);
    }

    AuthResultTokens keys() {
        return keys;
    }

    /** The length of a token. */
    int tokenBytes() throws IOException {
        return Files.readAllLines(file).get(0).length();
    }

    /** What a worker must know of the plugin and the keys. */
    Properties settings(String kind) {
        Properties settings = new Properties();
        settings.setProperty("kind", kind);
        settings.setProperty("tokens", file.toString());
        settings.setProperty("key_type", keys.decryptionKeyType());
        settings.setProperty(
                "private_key",
                Base64.getEncoder().encodeToString(keys.decryptionKey().getEncoded()));
        settings.setProperty(
                "public_key",
                Base64.getEncoder().encodeToString(keys.signatureKey().getEncoded()));
        return settings;
    }

    private static String token(AuthResultTokens keys, Instant now) {
        TokenDraft draft = keys.token(now).expiresAt(now.plus(VALID)).sessionUrl(SESSION_URL);
        for (String[] attribute : ATTRIBUTES) {
            draft.attribute(attribute[0], attribute[1]);
        }
        return draft.compact();
    }
}
