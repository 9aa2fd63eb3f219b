package nl.idcontact.telephony.app.observability;

import static nl.idcontact.telephony.app.support.Listener.INTERNAL;
import static nl.idcontact.telephony.app.support.Listener.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.idcontact.telephony.app.support.CheckedClient;
import nl.idcontact.telephony.app.support.RunningApp;
import org.junit.jupiter.api.Test;

/** {@code docs/operations.md} lists exactly what a running server measures, with exactly the labels that it has. */
class MetricsDocumentationTest {
    private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (\\S+) ");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)\\{(.*)} ");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_*]+)` \\|([^|]*)\\|");
    private static final Pattern CODE = Pattern.compile("`([a-z]+)`");

    @Test
    void every_metric_is_listed_with_its_labels() throws IOException {
        String scraped = scrape();
        Map<String, Set<String>> measured = new TreeMap<>();
        FAMILY.matcher(scraped).results().forEach(family -> measured.put(grouped(family.group(1)), new TreeSet<>()));
        SAMPLE.matcher(scraped).results().forEach(sample -> {
            String family = grouped(sample.group(1).replaceFirst("_(bucket|count|sum)$", ""));
            measured.get(family).addAll(labels(sample.group(2)));
        });
        measured.keySet().stream().filter(name -> name.endsWith("*")).forEach(name -> measured.put(name, Set.of()));

        assertThat(listed()).isEqualTo(measured);
    }

    @Test
    void no_label_holds_what_grows_without_bound() {
        assertThat(scrape()).doesNotContain("call-of-somebody").doesNotContain("some_purpose");
    }

    private static Map<String, Set<String>> listed() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "operations.md"));
        String table = page.substring(page.indexOf("<!-- metrics -->"), page.indexOf("<!-- /metrics -->"));
        Map<String, Set<String>> listed = new TreeMap<>();
        ROW.matcher(table).results().forEach(row -> listed.put(row.group(1), codes(row.group(2))));
        return listed;
    }

    private static String scrape() {
        try (RunningApp app = RunningApp.start()) {
            CheckedClient client = CheckedClient.of(app);
            client.post(INTERNAL, "/start_communication", "{\"purpose\": \"some_purpose\"}");
            client.get(PUBLIC, "/session_info/call-of-somebody", "Authorization", "Bearer nonsense");
            return client.get(INTERNAL, "/metrics").body();
        }
    }

    /** Those that Micrometer brings for every Java program are listed as a group, since they depend on the machine. */
    private static String grouped(String name) {
        return List.of("jvm_", "process_", "system_").stream()
                .filter(name::startsWith)
                .map(group -> group + "*")
                .findFirst()
                .orElse(name);
    }

    private static Set<String> labels(String text) {
        Set<String> labels = new TreeSet<>();
        LABEL.matcher(text).results().map(label -> label.group(1)).forEach(labels::add);
        labels.remove("le");
        return labels;
    }

    private static Set<String> codes(String text) {
        Set<String> codes = new TreeSet<>();
        CODE.matcher(text).results().map(code -> code.group(1)).forEach(codes::add);
        return codes;
    }
}
