package nl.idcontact.telephony.app.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Runs the chosen parts, prints what came of them, and writes it to {@code target/bench}. */
public final class Benchmark {
    private static final Path DOCS = Path.of("..", "docs");

    private final BenchSettings settings = BenchSettings.read();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Report report = new Report(out);

    private Benchmark() {}

    /** Ends with 1 if something broke, or if a goal is not met and {@code bench.gate} is true. */
    public static void main(String[] arguments) throws Exception {
        quiet();
        boolean well = new Benchmark().run();
        System.exit(well ? 0 : 1);
    }

    private boolean run() throws Exception {
        try (Stage stage = new Stage()) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::closeQuietly));
            describeMachine();
            report.note("PostgreSQL, read back: " + String.join(", ", stage.readBack()));
            Map<String, Part> known = Map.of(
                    "flows", new FlowsPart(stage, settings),
                    "start", new StartPart(stage, settings),
                    "growth", new GrowthPart(stage, settings),
                    "changes", new ChangesPart(stage, settings));
            List<Part> parts = settings.parts().stream().map(known::get).toList();
            Progress progress = new Progress(
                    out, parts.stream().mapToDouble(Part::expectedSeconds).sum());
            for (Part part : parts) {
                part.run(report, progress);
            }
        }
        out.println(report.markdown());
        write();
        boolean met = report.goals().stream().allMatch(Goal::met);
        if (!met) {
            out.println("Not every goal is met. On a machine that others use too, repeat before you believe it.");
        }
        return met || !settings.gate();
    }

    private void describeMachine() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        int cores = Runtime.getRuntime().availableProcessors();
        report.note(String.format(
                Locale.ROOT,
                "%d cores, load average %.1f at the start, %s %s on %s; order by seed %d",
                cores,
                load,
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                System.getProperty("os.arch"),
                settings.seed()));
        if (load > cores) {
            out.println("Others use this machine now; figures will be worse than they are, and ratios uncertain.");
        }
    }

    private void write() throws IOException {
        Path directory = Files.createDirectories(BenchSettings.OUTPUT);
        Figures.write(report, directory.resolve("performance.json"));
        Files.writeString(directory.resolve("performance.md"), report.markdown());
        var first = report.tables().values().stream().findFirst();
        if (first.isPresent()) {
            Files.writeString(directory.resolve("performance.svg"), Chart.of(first.get()));
        }
        out.println("Written: " + directory.toAbsolutePath());
        if (settings.docs() && first.isPresent()) {
            Path images = Files.createDirectories(DOCS.resolve("images"));
            for (String kind : List.of("performance.json", "performance.svg")) {
                Files.copy(directory.resolve(kind), images.resolve(kind), StandardCopyOption.REPLACE_EXISTING);
            }
            out.println("Copied to " + images.normalize());
        }
    }

    /** What the processes log goes to their files. */
    private static void quiet() {
        ((Logger) LoggerFactory.getLogger("nl.idcontact.telephony")).setLevel(Level.WARN);
    }
}
