package nl.idcontact.telephony.app.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.idcontact.telephony.app.bench.worker.RunResult;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;

/**
 * An empty system beside one that has grown: a large table, a purge at work, thousands of open event streams, some of which are
 * told of a login every second. While the empty one has its turn, the grown one is stopped in its tracks.
 */
final class GrowthPart implements Part {
    private static final String EMPTY = "empty";
    private static final String GROWN = "grown";
    private static final int HEARTBEAT_MILLIS = 1500;
    private static final double ROWS_A_SECOND = 50_000;
    private static final double STREAMS_A_SECOND = 200;

    private final Stage stage;
    private final BenchSettings settings;

    GrowthPart(Stage stage, BenchSettings settings) {
        this.stage = stage;
        this.settings = settings;
    }

    @Override
    public double expectedSeconds() {
        return fillSeconds() + streamSeconds() + 10 + Rotation.expectedSeconds(settings.load(), 0, 2);
    }

    @Override
    public void run(Report report, Progress progress) throws Exception {
        BenchSettings.Growth growth = settings.growth();
        stage.vacuumByItself(true);
        progress.step("writing " + growth.rows() + " rows", fillSeconds());
        Plugin rsa = Plugin.with(AuthResultTokens.generate(), stage.directory());
        String url = stage.migratedDatabase();
        GrownDatabase table = new GrownDatabase(stage.postgres(), url);
        table.fill(growth.rows());
        report.note("The grown table and its indexes: " + table.megabytes() + " MB");

        progress.step("starting two servers", 10);
        int ways = settings.load().ways();
        AppProcess empty = stage.server(stage.migratedDatabase(), rsa, List.of());
        AppProcess grown = stage.server(url, rsa, List.of());
        WorkerProcess readers = stage.worker("streams", "streams", grown, rsa, ways);
        Footprint before = Footprint.of(grown);
        progress.step("opening " + growth.streams() + " event streams", streamSeconds());
        readers.run("open", growth.streams());
        Footprint after = Footprint.of(grown);

        Changes changes = new Changes(readers, settings.load().millis());
        Variant small = new Variant(
                EMPTY,
                stage.worker(EMPTY, "http", empty, rsa, ways),
                empty.handle(),
                (run, counts) -> alone(grown, run));
        Variant large = new Variant(
                GROWN,
                stage.worker(GROWN, "http", grown, rsa, ways),
                grown.handle(),
                (run, counts) -> changes.during(run, counts));
        Map<String, Measured> measured =
                new Rotation(stage.postgres(), settings, progress).measure(List.of(small, large));
        report.flows("Growth", measured.values());
        report.note(String.format(
                Locale.ROOT,
                "Expired sessions that the purge had not reached at the end: %d. Changes on screen: %s",
                table.expired(),
                changes));
        goals(report, measured, changes, growth.streams(), before, after);
        report.goal(Goal.atMost("memory of the grown server in MB", CpuTime.residentMegabytes(grown.handle()), 512));
        stage.endProcesses();
    }

    /** While the grown server sleeps; then it has the time to send its streams the heartbeats that are due. */
    private static RunResult alone(AppProcess grown, Variant.Run run) throws IOException, InterruptedException {
        grown.signal("STOP");
        try {
            return run.now();
        } finally {
            grown.signal("CONT");
            TimeUnit.MILLISECONDS.sleep(HEARTBEAT_MILLIS);
        }
    }

    private static void goals(
            Report report,
            Map<String, Measured> measured,
            Changes changes,
            int streams,
            Footprint before,
            Footprint after) {
        report.goal(Goal.atLeast(
                "flows/s, grown ÷ empty",
                measured.get(GROWN).flowsPerSecond().median()
                        / measured.get(EMPTY).flowsPerSecond().median(),
                0.8));
        report.goal(Goal.atMost("change on screen, p99 in s", changes.p99Seconds(), 1));
        report.goal(Goal.atMost("memory a stream in kB", after.kilobytesMoreThan(before) / streams, 20));
    }

    private double fillSeconds() {
        return settings.growth().rows() / ROWS_A_SECOND;
    }

    private double streamSeconds() {
        return settings.growth().streams() / STREAMS_A_SECOND;
    }
}
