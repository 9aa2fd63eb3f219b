package nl.idcontact.telephony.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The distribution as an operator has it: the start script beside the jar, and a cache for the archive of classes. */
final class Distribution {
    private static final Path SCRIPT =
            Path.of(System.getProperty("bench.script", "src/distribution/bin/id-contact-telephony"));

    private final Path home;

    private Distribution(Path home) {
        this.home = home;
    }

    static Distribution unpacked(Path directory) throws IOException {
        Path home = Files.createDirectories(directory.resolve("distribution"));
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.copy(SCRIPT, home.resolve("bin").resolve("id-contact-telephony"));
        Files.copy(BenchSettings.JAR, home.resolve("lib").resolve("id-contact-telephony.jar"));
        return new Distribution(home);
    }

    List<String> command() {
        return List.of("sh", home.resolve("bin").resolve("id-contact-telephony").toString(), "serve");
    }

    Map<String, String> environment() {
        return Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "TELEPHONY_CACHE",
                home.resolve("lib").toString());
    }

    void remove() throws IOException {
        try (var files = Files.walk(home)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        }
    }
}
