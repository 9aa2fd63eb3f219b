package nl.idcontact.telephony.domain.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documentation shows the examples as they were compiled and run. */
class DocumentationTest {
    private static final Path EXAMPLES =
            Path.of("src/test/java/nl/idcontact/telephony/domain/example/EmbeddingExamplesTest.java");
    private static final Path SESSION_DOMAIN =
            Path.of("src/main/java/nl/idcontact/telephony/domain/SessionDomain.java");
    private static final Path GUIDE = Path.of("../docs/embedding.md");

    private static final Pattern MARKED = Pattern.compile("(?ms)^ *// example: (\\w+)\\n(.*?)^ *// end$");
    private static final Pattern IN_JAVADOC =
            Pattern.compile("(?s)<!-- example: (\\w+) -->\\s*<pre>\\{@code\\n(.*?)\\n}</pre>");
    private static final Pattern IN_MARKDOWN = Pattern.compile("(?s)<!-- example: (\\w+) -->\\n```java\\n(.*?)\\n```");

    @Test
    void theJavadocShowsTheFlow() throws IOException {
        String comments = Files.readString(SESSION_DOMAIN).replaceAll("(?m)^ +\\* ?", "");

        assertThat(blocks(IN_JAVADOC, comments))
                .containsExactly(Map.entry("flow", examples().get("flow")));
    }

    @Test
    void theGuideShowsAllOfThem() throws IOException {
        assertThat(blocks(IN_MARKDOWN, Files.readString(GUIDE))).isEqualTo(examples());
    }

    /** A guide with an example that nobody has compiled is a guide with a mistake. */
    @Test
    void theGuideHasNoOtherJava() throws IOException {
        assertThat(Pattern.compile("```java").matcher(Files.readString(GUIDE)).results())
                .hasSameSizeAs(examples().keySet());
    }

    private static Map<String, String> examples() throws IOException {
        return blocks(MARKED, Files.readString(EXAMPLES));
    }

    private static Map<String, String> blocks(Pattern pattern, String text) {
        Map<String, String> blocks = new TreeMap<>();
        Matcher block = pattern.matcher(text);
        while (block.find()) {
            blocks.put(block.group(1), block.group(2).stripTrailing().stripIndent());
        }
        return blocks;
    }
}
