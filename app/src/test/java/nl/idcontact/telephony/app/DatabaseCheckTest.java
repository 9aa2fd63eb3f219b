package nl.idcontact.telephony.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --database} against a real PostgreSQL, as it is and as it should not be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseCheckTest {
    private static final AuthResultTokens TOKENS = AuthResultTokens.generate();
    private static final String RIGHTS = "host all careful all scram-sha-256\nhost all all all trust\n";

    private EmbeddedDatabase postgres;
    private StringWriter said;

    @BeforeAll
    void startOneThatWantsPasswords(@TempDir Path folder) throws IOException {
        Path rights = Files.writeString(folder.resolve("pg_hba.conf"), RIGHTS);
        postgres = EmbeddedDatabase.start(Map.of("hba_file", rights.toString()));
        postgres.execute("postgres", "CREATE ROLE careful LOGIN PASSWORD 'right'");
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    @BeforeEach
    void listen() {
        said = new StringWriter();
    }

    @Test
    void a_new_database_is_to_be_migrated_and_stays_as_it_is() {
        Map<String, String> settings = RunningApp.environment(postgres, postgres.newDatabase(), TOKENS);

        assertThat(check(settings)).isZero();
        assertThat(check(settings)).isZero();
        assertThat(said.toString().lines().filter(line -> line.startsWith("The database answers.")))
                .hasSize(2)
                .allMatch(line -> line.endsWith("The next start would migrate it:"));
        assertThat(said.toString()).contains("  1 ");
    }

    @Test
    void a_database_in_use_is_up_to_date() {
        try (RunningApp app = RunningApp.start(postgres, Map.of())) {
            assertThat(check(app.environment())).isZero();
        }
        assertThat(said.toString()).contains("The database answers, and its tables are up to date.");
    }

    @Test
    void a_database_that_is_away_is_told() {
        assertThat(check(withUrl("postgres://somebody:hunter2@127.0.0.1:1/db"))).isEqualTo(1);
        assertThat(said.toString())
                .contains("The database cannot be used: nothing listens at its address.")
                .doesNotContain("hunter2");
    }

    @Test
    void a_wrong_password_is_told() {
        assertThat(check(withUrl("postgres://careful:hunter2@localhost:" + postgres.port() + "/postgres")))
                .isEqualTo(1);
        assertThat(said.toString())
                .contains("The database cannot be used: it does not accept the user or the password.")
                .doesNotContain("hunter2");
    }

    @Test
    void a_missing_password_is_told() {
        assertThat(check(withUrl("postgres://careful@localhost:" + postgres.port() + "/postgres")))
                .isEqualTo(1);
        assertThat(said.toString()).contains("is a password missing");
    }

    @Test
    void the_right_password_will_do_for_who_may_create_tables() {
        String url = "postgres://careful:right@localhost:" + postgres.port() + "/postgres";

        assertThat(check(withUrl(url))).isEqualTo(1);
        assertThat(said.toString()).contains("the user lacks a right there that the server needs");

        postgres.execute("postgres", "GRANT CREATE ON SCHEMA public TO careful");
        assertThat(check(withUrl(url))).isZero();
    }

    @Test
    void a_database_that_is_not_there_is_told() {
        assertThat(check(withUrl("postgres://postgres:hunter2@localhost:" + postgres.port() + "/nowhere")))
                .isEqualTo(1);
        assertThat(said.toString())
                .contains("The database cannot be used: it has no database of that name.")
                .doesNotContain("hunter2");
    }

    private Map<String, String> withUrl(String url) {
        Map<String, String> settings = new HashMap<>(RunningApp.environment(postgres, "", TOKENS));
        settings.put("IDCONTACT_DATABASES_SESSION_URL", url);
        return settings;
    }

    private int check(Map<String, String> environment) {
        PrintWriter writer = new PrintWriter(said, true);
        return TelephonyCommand.commandLine(environment, configuration -> {}, Main::checkDatabase)
                .setOut(writer)
                .setErr(writer)
                .execute("check", "--database");
    }
}
