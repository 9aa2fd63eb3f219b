package nl.idcontact.telephony.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A configuration that is right unless a test changes it, with the environment beside it. */
public final class TestFile {

    public static final String SECRET = "a-link-secret-of-more-than-32-characters";

    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();

    public static TestFile aFile() {
        TestFile file = new TestFile();
        file.with("internal_url", "'http://telephony:8000'");
        file.with("phonenumber", "'+31101234567'");
        file.with("decryption_privkey", key("RSA", TestKeys.pem(TestKeys.RSA.getPrivate())));
        file.with("signature_pubkey", key("RSA", TestKeys.pem(TestKeys.RSA.getPublic())));
        file.with("databases.session.url", "'postgres://tg:hunter2@db:5432/tg'");
        file.with("link.secret", "'" + SECRET + "'");
        return file;
    }

    public static String key(String type, String pem) {
        return "{ type = '" + type + "', key = \"" + pem.replace("\n", "\\n") + "\" }";
    }

    /** Sets a key below {@code global} to a TOML value. */
    public TestFile with(String path, String toml) {
        keys.put("global." + path, toml);
        return this;
    }

    TestFile withTop(String path, String toml) {
        keys.put(path, toml);
        return this;
    }

    TestFile without(String path) {
        keys.remove("global." + path);
        return this;
    }

    TestFile variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    public String toml() {
        StringBuilder text = new StringBuilder();
        keys.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    Reading read() {
        return read(toml(), variables);
    }

    static Reading read(String toml, Map<String, String> variables) {
        try {
            Path file = Files.createTempFile("configuration", ".toml");
            try {
                Files.writeString(file, toml);
                return new ConfigurationReader(variables).read(Optional.of(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Configuration accepted() {
        Reading reading = read();
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).configuration();
    }

    List<Finding> problems() {
        Reading reading = read();
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).problems();
    }

    List<Finding> warnings() {
        Reading reading = read();
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return reading.warnings();
    }
}
