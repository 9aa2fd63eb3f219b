package nl.idcontact.telephony.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The distribution as an operator has it: the start script beside the jar. */
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

    /** This Java with further options, and no archive of classes, which makes no difference to a server that is warm. */
    Map<String, String> environment(List<String> options) {
        return environment("none", String.join(" ", options));
    }

    /** This Java, and the archive of classes that the first stop leaves. */
    Map<String, String> environment() {
        return environment("lib", "");
    }

    private Map<String, String> environment(String cache, String options) {
        return Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JAVA_OPTS",
                options,
                "TELEPHONY_CACHE",
                home.resolve(cache).toString());
    }

    void remove() throws IOException {
        try (var files = Files.walk(home)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        }
    }
}
