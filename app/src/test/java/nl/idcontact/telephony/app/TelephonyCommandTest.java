package nl.idcontact.telephony.app;

import static nl.idcontact.telephony.app.config.TestFile.aFile;
import static nl.idcontact.telephony.app.config.TestFile.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.app.config.Configuration;
import nl.idcontact.telephony.app.config.TestKeys;
import nl.idcontact.telephony.http.jose.CryptoProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TelephonyCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Configuration> started = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private ServerStarter starter = started::add;
    private DatabaseCheck databaseCheck = database -> List.of("Would migrate " + database.jdbcUrl());

    @TempDir
    private Path folder;

    private String right = "";
    private String wrong = "";

    @BeforeEach
    void writeFiles() throws Exception {
        right = Files.writeString(folder.resolve("right.toml"), aFile().toml()).toString();
        wrong = Files.writeString(
                        folder.resolve("wrong.toml"),
                        aFile().with("port", "-1")
                                .with("phonenumber", "''")
                                .with("prot", "1")
                                .toml())
                .toString();
    }

    private int run(String... arguments) {
        CommandLine commandLine = TelephonyCommand.commandLine(environment, starter, databaseCheck);
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void serveStartsTheServer() {
        assertThat(run("serve", "--config", right)).isZero();
        assertThat(started).hasSize(1);
    }

    @Test
    void serveIsWhatHappensWithoutACommand() {
        assertThat(run("--config", right)).isZero();
        assertThat(started).hasSize(1);
    }

    @Test
    void theEnvironmentAloneWillDo() {
        environment.put("IDCONTACT_PORT", "8000");

        assertThat(run()).isEqualTo(2);
        assertThat(err.toString())
                .contains("problem: global.internal_url: is missing")
                .contains("IDCONTACT_INTERNAL_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serve", "check"})
    void noConfigurationAtAllIsBadUsage(String command) {
        assertThat(command.isEmpty() ? run() : run(command)).isEqualTo(2);
        assertThat(err.toString()).contains("--config FILE").contains("Usage:");
        assertThat(started).isEmpty();
    }

    @Test
    void serveTellsEveryProblemAndStartsNothing() {
        assertThat(run("serve", "--config", wrong)).isEqualTo(2);
        assertThat(err.toString())
                .contains("problem: global.port: ")
                .contains("problem: global.phonenumber: ")
                .contains("warning: global.prot: ");
        assertThat(started).isEmpty();
    }

    @Test
    void checkTellsEveryProblem() {
        assertThat(run("check", "--config", wrong)).isEqualTo(2);
        assertThat(out.toString())
                .contains("problem: global.port: ")
                .contains("problem: global.phonenumber: ")
                .contains("warning: global.prot: ")
                .contains("2 problems");
        assertThat(started).isEmpty();
    }

    @Test
    void checkOfTheRightStartsNothing() {
        assertThat(run("check", "--config", right)).isZero();
        assertThat(out.toString()).contains("is right").doesNotContain("migrate");
        assertThat(started).isEmpty();
    }

    /** Only who multiplies points can tell, and that is the native code. */
    @Test
    void checkTriesTheKeys() throws Exception {
        String halvesOfTwo = aFile().with("decryption_privkey", key("EC", TestKeys.damagedSec1()))
                .toml();
        Path file = Files.writeString(folder.resolve("damaged.toml"), halvesOfTwo);

        int exitCode = run("check", "--config", file.toString());

        if (CryptoProvider.fastest() == CryptoProvider.jdk()) {
            assertThat(exitCode).isZero();
        } else {
            assertThat(exitCode).isEqualTo(2);
            assertThat(err.toString())
                    .startsWith("A decryption key cannot be used")
                    .contains("damaged");
        }
    }

    @Test
    void checkTriesTheDatabaseWhenAsked() {
        assertThat(run("check", "--database", "--config", right)).isZero();
        assertThat(out.toString()).contains("Would migrate jdbc:postgresql://db:5432/tg");
    }

    @Test
    void checkDoesNotTryTheDatabaseOfAWrongConfiguration() {
        assertThat(run("check", "--database", "--config", wrong)).isEqualTo(2);
        assertThat(out.toString()).doesNotContain("migrate");
    }

    @Test
    void whatTheOperatorCanChangeIsOneSentence() {
        starter = configuration -> {
            throw new CannotStart("Port 8000 is taken.");
        };
        databaseCheck = database -> {
            throw new CannotStart("The database is away.");
        };

        assertThat(run("serve", "--config", right)).isEqualTo(1);
        assertThat(run("check", "--database", "--config", right)).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("Port 8000 is taken.", "The database is away.");
    }

    @Test
    void anUnexpectedFailureShowsNoMessage() {
        starter = configuration -> {
            throw new IllegalStateException("hunter2");
        };

        assertThat(run("serve", "--config", right)).isEqualTo(1);
        assertThat(err.toString()).contains("IllegalStateException").doesNotContain("hunter2");
        assertThat(err.toString().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "serve --help", "check --help"})
    void helpIsThere(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(out.toString()).contains("Usage: id-contact-telephony").contains("--config");
    }

    @Test
    void versionIsThere() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).containsPattern("^id-contact-telephony [0-9]+\\.[0-9]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--confg x", "sreve", "check --data", "serve --config", "serve extra"})
    void badUsageIsExitCode2(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(started).isEmpty();
    }
}
