package nl.idcontact.telephony.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.idcontact.telephony.app.demo.Demonstration;
import nl.idcontact.telephony.app.support.RunningApp;
import org.junit.jupiter.api.Test;

/**
 * The built pages in a real browser, against the real server on a real PostgreSQL. What is tried stands in {@code
 * src/test/browser}; what the browser showed is left in {@code target/screenshots}.
 */
class BrowserIT {
    private static final Path TESTS = Path.of("src/test/browser");
    private static final Path SETTINGS = Path.of("src/test/resources/browser.toml");
    private static final Path OUTPUT = Path.of("target/browser-tests.txt");
    private static final long LONGEST_MINUTES = 6;

    @Test
    void the_pages_work_in_a_real_browser() throws Exception {
        try (RunningApp app = RunningApp.configuredBy(SETTINGS);
                BrowserControl control = BrowserControl.of(app);
                Demonstration demonstration = Demonstration.start()) {
            Process tests = start(Map.of(
                    "TELEPHONY_PUBLIC_URL", app.external().toString(),
                    "TELEPHONY_INTERNAL_URL", app.internal().toString(),
                    "TELEPHONY_CONTROL_URL", control.address().toString(),
                    "TELEPHONY_LINK_SECRET", RunningApp.LINK_SECRET,
                    "TELEPHONY_DEMO_URL", demonstration.address().toString(),
                    "TELEPHONY_SCREENSHOTS",
                            Path.of("target/screenshots").toAbsolutePath().toString()));
            try {
                assertThat(tests.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES))
                        .as("finished in %d minutes:%n%s", LONGEST_MINUTES, output())
                        .isTrue();
                assertThat(tests.exitValue()).as(output()).isZero();
            } finally {
                tests.descendants().forEach(ProcessHandle::destroyForcibly);
                tests.destroyForcibly();
            }
        }
    }

    private static Process start(Map<String, String> addresses) throws IOException {
        ProcessBuilder tests = new ProcessBuilder("node", "--test", "--test-concurrency=1", "--test-reporter=spec")
                .directory(TESTS.toFile());
        tests.environment().putAll(addresses);
        return tests.redirectErrorStream(true).redirectOutput(OUTPUT.toFile()).start();
    }

    private static String output() throws IOException {
        return Files.readString(OUTPUT);
    }
}
