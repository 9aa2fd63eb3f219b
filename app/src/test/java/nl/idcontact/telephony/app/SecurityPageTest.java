package nl.idcontact.telephony.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/security.md} says can be looked up: the tests it names are there, its figures are computed. */
class SecurityPageTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> SOURCES = List.of(
            "session-domain/src",
            "adapter-http/src",
            "adapter-postgres/src",
            "app/src/test/java",
            "app/src/test/browser",
            "attribute-ui/src");
    private static final Pattern NAMED =
            Pattern.compile("`([A-Za-z.-]+(?:Test|IT|Rules|\\.test\\.mjs|\\.test\\.tsx))`");
    private static final int DAYS = 365;
    /** The table shows two digits. */
    private static final double ROUNDING = 0.05;

    @Test
    void every_test_that_it_names_is_there() throws IOException {
        Set<String> files = new TreeSet<>();
        for (String source : SOURCES) {
            try (Stream<Path> all = Files.walk(ROOT.resolve(source))) {
                all.filter(file -> !file.toString().contains("node_modules"))
                        .forEach(file -> files.add(file.getFileName().toString().replace(".java", "")));
            }
        }
        List<String> named = NAMED.matcher(page())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(files).containsAll(named);
    }

    @Test
    void the_success_of_a_guessing_caller_is_computed() throws IOException {
        String text = page();
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

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"));
    }
}
