package nl.idcontact.telephony.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;

/** From the spawn of the process to its first answer that stood in the database, and what it then occupies. */
final class StartPart implements Part {
    private static final String PLAIN = "plain: java -jar";
    private static final String SCRIPT = "start script, after its first stop";
    private static final String JAVA = System.getProperty("java.home") + "/bin/java";
    private static final double EXPECTED_SECONDS = 6;
    private static final int REST_MILLIS = 2500;

    private final Stage stage;
    private final BenchSettings settings;

    StartPart(Stage stage, BenchSettings settings) {
        this.stage = stage;
        this.settings = settings;
    }

    @Override
    public double expectedSeconds() {
        return EXPECTED_SECONDS * (2 * settings.starts() + 1);
    }

    /** What was measured of one way to start. */
    record Starts(Series millis, Series cpuMillis, Series residentMegabytes) {
        Starts() {
            this(new Series(), new Series(), new Series());
        }
    }

    @Override
    public void run(Report report, Progress progress) throws Exception {
        Plugin plugin = Plugin.with(AuthResultTokens.generate(), stage.directory());
        Distribution distribution = stage.distribution();
        Map<String, String> environment =
                new HashMap<>(RunningApp.environment(stage.postgres(), stage.migratedDatabase(), plugin.keys()));
        environment.putAll(distribution.environment());
        progress.step("starting by the script for the first time", EXPECTED_SECONDS);
        try (AppProcess app = stage.spawn(environment, distribution.command())) {
            app.awaitFirstAnswer();
        }
        Map<String, List<String>> ways = new LinkedHashMap<>();
        ways.put(PLAIN, List.of(JAVA, "-jar", BenchSettings.JAR.toString(), "serve"));
        ways.put(SCRIPT, distribution.command());
        Map<String, Starts> measured = measure(ways, environment, progress);
        stage.endProcesses();
        report.starts(measured);
        report.goal(Goal.atMost(
                "start to first answer, script ÷ plain",
                measured.get(SCRIPT).millis().median()
                        / measured.get(PLAIN).millis().median(),
                0.55));
        report.goal(Goal.atMost(
                "memory of an idle server in MB",
                measured.get(SCRIPT).residentMegabytes().median(),
                150));
    }

    private Map<String, Starts> measure(
            Map<String, List<String>> ways, Map<String, String> environment, Progress progress)
            throws IOException, InterruptedException {
        Map<String, Starts> measured = new LinkedHashMap<>();
        ways.keySet().forEach(way -> measured.put(way, new Starts()));
        Random order = new Random(settings.seed());
        List<String> turns = new ArrayList<>(ways.keySet());
        for (int repetition = 1; repetition <= settings.starts(); repetition++) {
            Collections.shuffle(turns, order);
            for (String way : turns) {
                progress.step("starting: " + way + ", " + repetition + " of " + settings.starts(), EXPECTED_SECONDS);
                start(stage.spawn(environment, ways.get(way)), measured.get(way));
            }
        }
        return measured;
    }

    private static void start(AppProcess app, Starts starts) throws IOException, InterruptedException {
        try (app) {
            starts.millis().add(app.awaitFirstAnswer());
            starts.cpuMillis().add(1000 * CpuTime.of(app.handle()));
            TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
            starts.residentMegabytes().add(CpuTime.residentMegabytes(app.handle()));
        }
    }
}
