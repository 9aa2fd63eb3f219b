package nl.idcontact.telephony.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever builds these sources gets these files, byte for byte: in another directory, time zone and minute. */
class ReproducibleBuildIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NO_SOURCES = Set.of("target", "node_modules", "dist", ".git", ".idea");

    @Test
    void a_second_build_makes_the_same_files(@TempDir Path folder) throws IOException, InterruptedException {
        Path copy = folder.resolve("copy");
        copySources(copy);
        Path log = folder.resolve("build.log");
        assertThat(build(copy, log)).as(() -> text(log)).isZero();

        Map<String, String> second = delivered(copy);
        assertThat(second)
                .hasSizeGreaterThan(10)
                .containsKeys("app/target/id-contact-telephony.jar", "adapter-lambda/target/link-phone-lambda.jar");
        Map<String, String> first = delivered(ROOT);
        first.keySet().retainAll(second.keySet());
        assertThat(first)
                .as("files of both builds; in a target directory with leftovers, `mvn clean verify` helps")
                .isEqualTo(second);
    }

    private static int build(Path copy, Path log) throws IOException, InterruptedException {
        ProcessBuilder maven = new ProcessBuilder(
                        Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                        "--offline",
                        "--batch-mode",
                        "--quiet",
                        "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                        "-Dspotless.check.skip",
                        "-DskipTests",
                        "verify")
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment().put("TZ", "Pacific/Auckland");
        return maven.start().waitFor();
    }

    /** The digests of jars and archives, by their paths. Jars that are only a step to others are left out. */
    private static Map<String, String> delivered(Path root) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.find(root, 3, (file, attributes) -> attributes.isRegularFile())) {
            files.filter(file -> file.getParent().endsWith("target"))
                    .filter(file ->
                            file.toString().endsWith(".jar") || file.toString().endsWith(".tar.gz"))
                    .filter(file -> !file.getFileName().toString().startsWith("original-"))
                    .forEach(file -> digests.put(root.relativize(file).toString(), digest(file)));
        }
        return digests;
    }

    private static void copySources(Path copy) throws IOException {
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (NO_SOURCES.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(ROOT.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Files.copy(file, copy.resolve(ROOT.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
