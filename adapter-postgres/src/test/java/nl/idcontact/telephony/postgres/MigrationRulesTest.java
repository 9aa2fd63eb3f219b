package nl.idcontact.telephony.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * During a rolling restart the previous version of the server works on tables that the next one has migrated already: no migration may
 * take away or demand what the previous version knows nothing of.
 */
class MigrationRulesTest {
    private static final Path SCRIPTS = Path.of("src/main/resources/nl/idcontact/telephony/postgres/migration");

    private static final List<Pattern> BREAKING = Stream.of(
                    "\\bdrop (table|column|function|type|view)\\b",
                    "\\brename\\b",
                    "\\btruncate\\b",
                    "\\bset not null\\b",
                    "\\badd constraint\\b(?!.* not valid)",
                    "\\bcreate unique index\\b",
                    "\\balter (column )?\\w+ (set data )?type\\b",
                    "\\badd (column )?\\w+ .*\\bnot null\\b(?!.*\\bdefault\\b)")
            .map(Pattern::compile)
            .toList();

    @Test
    void noMigrationBreaksThePreviousVersion() throws IOException {
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            List<Path> all = scripts.sorted().toList();
            assertThat(all).isNotEmpty();
            // Before the first there was no version.
            assertThat(all.stream()
                            .filter(script -> !script.getFileName().toString().startsWith("V1__")))
                    .allSatisfy(script ->
                            assertThat(breaks(Files.readString(script))).isFalse());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE telephony_attempt",
                "ALTER TABLE telephony_session DROP COLUMN relinked",
                "ALTER TABLE telephony_session RENAME COLUMN call TO phone",
                "ALTER TABLE telephony_session ADD COLUMN language text NOT NULL",
                "ALTER TABLE telephony_session ALTER COLUMN purpose TYPE varchar(10)",
                "ALTER TABLE telephony_session ALTER COLUMN token SET NOT NULL",
                "ALTER TABLE telephony_session\n  ADD CONSTRAINT x CHECK (relinked)",
                "CREATE UNIQUE INDEX x ON telephony_session (purpose)"
            })
    void theseWould(String statement) {
        assertThat(breaks(statement + ";")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE telephony_note (note text NOT NULL)",
                "ALTER TABLE telephony_session ADD COLUMN language text",
                "ALTER TABLE telephony_session ADD COLUMN language text NOT NULL DEFAULT 'nl'",
                "CREATE INDEX x ON telephony_session (purpose)",
                "-- We do not drop table x yet\nCOMMENT ON TABLE telephony_session IS 'sessions'"
            })
    void theseWouldNot(String statement) {
        assertThat(breaks(statement + ";")).isFalse();
    }

    private static boolean breaks(String script) {
        String plain =
                script.replaceAll("--[^\n]*", " ").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return Stream.of(plain.split(";"))
                .filter(statement -> !statement.strip().startsWith("create table"))
                .anyMatch(statement -> BREAKING.stream()
                        .anyMatch(pattern -> pattern.matcher(statement).find()));
    }
}
