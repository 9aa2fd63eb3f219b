package nl.idcontact.telephony.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.idcontact.telephony.app.Version;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What operators get: it is all there, it starts, and it starts faster the second time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DistributionIT {
    private static final String NAME = "id-contact-telephony-" + Version.number();

    private Path folder;
    private Path home;
    private Map<String, String> environment;

    @BeforeAll
    void unpack(@TempDir Path temporary) throws IOException, InterruptedException {
        folder = temporary;
        Path archive = Path.of("target", NAME + ".tar.gz").toAbsolutePath();
        Process tar = new ProcessBuilder("tar", "-xzf", archive.toString())
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
        home = folder.resolve(NAME);
        EmbeddedDatabase postgres = EmbeddedDatabase.shared();
        environment = RunningApp.environment(postgres, postgres.newDatabase(), AuthResultTokens.generate());
    }

    @Test
    void everything_is_there() {
        for (String file : List.of(
                "README.md",
                "LICENSE",
                "CHANGELOG.md",
                "SECURITY.md",
                "lib/id-contact-telephony.jar",
                "conf/telephony.toml",
                "systemd/id-contact-telephony.service",
                "container/Containerfile",
                "docs/operations.md",
                "docs/configuration.md")) {
            assertThat(home.resolve(file)).isRegularFile();
        }
        assertThat(home.resolve("bin/id-contact-telephony")).isExecutable();
    }

    @Test
    void the_example_of_the_configuration_is_right() throws Exception {
        Map<String, String> keys = new HashMap<>(environment);
        keys.keySet().removeIf(name -> !name.contains("KEY") && !name.contains("SECRET"));
        UnpackedServer check = UnpackedServer.run(home, keys, "check", "--config", home + "/conf/telephony.toml");

        assertThat(check.awaitExit()).as("%s", check.lines()).isZero();
        assertThat(check.lines()).containsExactly("The configuration is right.");
    }

    @Test
    void it_starts_by_the_second_time_from_its_class_archive() throws Exception {
        Path cache = Files.createDirectory(folder.resolve("cache"));
        UnpackedServer first = serve(Map.of("TELEPHONY_CACHE", cache.toString()));
        first.terminate();
        assertThat(first.awaitExit()).as("%s", first.lines()).isZero();
        Path archive = onlyFileIn(cache);

        Path loaded = folder.resolve("loaded.txt");
        UnpackedServer second =
                serve(Map.of("TELEPHONY_CACHE", cache.toString(), "JAVA_OPTS", "-Xlog:class+load:file=" + loaded));
        second.terminate();
        assertThat(second.awaitExit()).isZero();
        assertThat(onlyFileIn(cache)).isEqualTo(archive);
        assertThat(Files.readAllLines(loaded))
                .anyMatch(line -> line.contains("io.vertx.core.impl.VertxImpl source: shared objects file (top)"));
    }

    @Test
    void it_starts_where_nothing_can_be_written() throws Exception {
        UnpackedServer server =
                serve(Map.of("TELEPHONY_CACHE", folder.resolve("nowhere").toString()));
        server.terminate();
        assertThat(server.awaitExit()).isZero();
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void a_start_that_fails_leaves_no_class_archive() throws Exception {
        Path cache = Files.createDirectory(folder.resolve("empty"));
        UnpackedServer wrong = UnpackedServer.run(
                home, Map.of("TELEPHONY_CACHE", cache.toString(), "IDCONTACT_PORT", "much"), "serve");
        assertThat(wrong.awaitExit()).isEqualTo(2);
        UnpackedServer version = UnpackedServer.run(home, Map.of("TELEPHONY_CACHE", cache.toString()), "--version");
        assertThat(version.awaitExit()).isZero();

        assertThat(version.lines()).containsExactly("id-contact-telephony " + Version.number());
        assertThat(cache).isEmptyDirectory();
    }

    private UnpackedServer serve(Map<String, String> more) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        UnpackedServer server = UnpackedServer.run(home, all, "serve");
        server.awaitLine(" Ready");
        return server;
    }

    private static Path onlyFileIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
