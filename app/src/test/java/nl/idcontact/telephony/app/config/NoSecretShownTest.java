package nl.idcontact.telephony.app.config;

import static nl.idcontact.telephony.app.config.TestFile.aFile;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Puts a marker wherever a text can stand, right and wrong places alike, and looks for it in all that is said. */
class NoSecretShownTest {

    private static final String MARKER = "Xq7MARKERzJ";

    private final List<String> logged = new ArrayList<>();
    private final Logger driver = Logger.getLogger("org.postgresql");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logRecord) {
            logged.add(logRecord.getMessage()
                    + List.of(logRecord.getParameters() == null ? new Object[0] : logRecord.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listenToTheDriver() {
        driver.addHandler(handler);
        driver.setLevel(Level.ALL);
    }

    @AfterEach
    void stopListening() {
        driver.removeHandler(handler);
        driver.setLevel(null);
    }

    @Test
    void noProblemQuotesAValueOfAnySetting() {
        for (Setting<?> setting : Settings.ALL) {
            assertSilent(aFile().with(setting.path(), "'" + MARKER + "'").read());
            assertSilent(aFile().with(setting.path(), "['" + MARKER + "', '" + MARKER + " ']")
                    .read());
            assertSilent(aFile().without(setting.path())
                    .with(setting.path() + ".inner", "'" + MARKER + "'")
                    .read());
            assertSilent(aFile().variable(setting.variable(), MARKER).read());
            assertSilent(aFile().variable(setting.variable() + "_FILE", MARKER).read());
            assertSilent(aFile().variable(setting.variable() + "_KEY", "-----BEGIN " + MARKER + "-----")
                    .read());
        }
    }

    @Test
    void noProblemQuotesAPartOfTheDatabasesAddress() {
        for (String url : List.of(
                "postgres://u:%s@h:x/d",
                "jdbc:postgresql://u:%s@h:5432x/d",
                "postgres://h/d?%s=1",
                "postgres://h/d?a=%s",
                "postgres://u:p/%s@h/d",
                "postgres://u:p?%s@h/d",
                "jdbc:postgresql://h/d?password=%s&x=y",
                "%s://h/d",
                "postgres://h/d?sslmode=%s",
                "jdbc:postgresql:%s@",
                "jdbc:postgresql://%s:%s@/d")) {
            assertSilent(aFile().with("databases.session.url", "'" + url.replace("%s", MARKER) + "'")
                    .read());
        }
    }

    @Test
    void noTextOfTheConfigurationShowsASecret() {
        Reading reading = aFile().without("link.secret")
                .with("link.secrets", "['" + MARKER + "-which-is-longer-than-32-characters']")
                .with("databases.session.url", "'postgres://u:" + MARKER + "@h/d'")
                .with("secret_key", "'" + MARKER + "'")
                .with("guest_signature_secret", "'" + MARKER + "'")
                .with("unknown.key", "'" + MARKER + "'")
                .variable("ROCKET_SECRET_KEY", MARKER)
                .variable("IDCONTACT_UNKNOWN", MARKER)
                .read();

        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        assertThat(reading.warnings()).hasSize(3);
        assertSilent(reading);
        assertThat(reading.toString())
                .doesNotContain("BEGIN")
                .doesNotContainIgnoringCase("modulus")
                .contains("***");
    }

    private void assertSilent(Reading reading) {
        assertThat(reading.toString()).doesNotContain(MARKER);
        assertThat(logged.toString()).doesNotContain(MARKER);
    }
}
