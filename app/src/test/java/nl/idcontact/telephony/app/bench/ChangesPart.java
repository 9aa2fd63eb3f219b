package nl.idcontact.telephony.app.bench;

import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import nl.idcontact.telephony.postgres.PostgresDatabase;

/** What it costs to hear of changes: a notification with every write, against one question for all streams together. */
final class ChangesPart implements Part {
    private static final String SILENT = "no streams";
    private static final String TOLD = "NOTIFY with each write, one listener";
    private static final String ASKED = "a query for 10,000 streams twice a second";

    private final Stage stage;
    private final BenchSettings settings;

    ChangesPart(Stage stage, BenchSettings settings) {
        this.stage = stage;
        this.settings = settings;
    }

    @Override
    public double expectedSeconds() {
        return 5 + Rotation.expectedSeconds(settings.load(), 3, 0);
    }

    @Override
    public void run(Report report, Progress progress) throws Exception {
        progress.step("making tokens", 5);
        int threads = PostgresDatabase.connectionsForRequests();
        Plugin rsa = Plugin.with(AuthResultTokens.generate(), stage.directory());
        Map<String, Measured> measured = new Rotation(stage.postgres(), settings, progress)
                .measure(List.of(
                        stage.floor(SILENT, "least", rsa, threads),
                        stage.floor(TOLD, "least-told", rsa, threads),
                        stage.floor(ASKED, "least-asked", rsa, threads)));
        stage.endProcesses();
        report.flows("Hearing of changes, on the least work (F2)", measured.values());
        double silent = measured.get(SILENT).flowsPerSecond().median();
        for (String way : List.of(TOLD, ASKED)) {
            report.ratio(
                    "flows/s, " + way + " ÷ none",
                    measured.get(way).flowsPerSecond().median() / silent);
        }
    }
}
