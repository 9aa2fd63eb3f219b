package nl.idcontact.telephony.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code docs/security.md} says about the success of a guessing caller is right. */
class GuessingTest {
    private static final int DAYS = 365;
    /** The table shows two digits. */
    private static final double ROUNDING = 0.05;

    @Test
    void the_table_is_computed() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "security.md"));
        String table = text.substring(text.indexOf("<!-- guessing"), text.indexOf("<!-- /guessing"));
        List<String[]> rows = table.lines()
                .filter(line -> line.matches("\\| [0-9].*"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
                .toList();

        assertThat(rows).hasSizeGreaterThan(5).allSatisfy(row -> {
            double combinations = Math.pow(10, Double.parseDouble(row[1]));
            double expected = DAYS * Double.parseDouble(row[3]) * Double.parseDouble(row[2]) / combinations;
            assertThat(Double.parseDouble(row[5])).isCloseTo(expected, within(expected * ROUNDING));
        });
    }
}
