package nl.idcontact.telephony.app.bench;

import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import nl.idcontact.telephony.postgres.PostgresDatabase;

/** The server over HTTP beside its floors, with RSA and with elliptic curves. */
final class FlowsPart implements Part {
    private static final String SERVER = "server, RSA";
    private static final String ORIGINAL = "F1, the original at work: RSA by the JDK";
    private static final String LEAST = "F2, the least work: RSA by native code";
    private static final String LEAST_ALONE = "F2 with a thread for each connection";
    private static final String SERVER_EC = "server, EC";
    private static final String SERVER_EC_JDK = "server, EC by the JDK";
    private static final String ORIGINAL_EC = "F1 with EC by the JDK";

    /** A processor that no native library is carried for. */
    private static final List<String> NO_NATIVE_CODE = List.of("-Dos.arch=another");

    private final Stage stage;
    private final BenchSettings settings;

    FlowsPart(Stage stage, BenchSettings settings) {
        this.stage = stage;
        this.settings = settings;
    }

    @Override
    public double expectedSeconds() {
        return 15 + Rotation.expectedSeconds(settings.load(), 4, 3);
    }

    @Override
    public void run(Report report, Progress progress) throws Exception {
        progress.step("making tokens, starting three servers", 15);
        Plugin rsa = Plugin.with(AuthResultTokens.generate(), stage.directory());
        Plugin ec = Plugin.with(AuthResultTokens.generateEc(), stage.directory());
        int ways = settings.load().ways();
        List<Variant> variants = List.of(
                stage.floor(ORIGINAL, "original", rsa, ways),
                stage.floor(LEAST, "least", rsa, ways),
                stage.floor(LEAST_ALONE, "least", rsa, PostgresDatabase.connectionsForRequests()),
                stage.overHttp(SERVER, rsa, ways, List.of()),
                stage.floor(ORIGINAL_EC, "original", ec, ways),
                stage.overHttp(SERVER_EC_JDK, ec, ways, NO_NATIVE_CODE),
                stage.overHttp(SERVER_EC, ec, ways, List.of()));
        report.note("Tokens: RS256 in RSA-OAEP and A128CBC-HS256, 10 attributes, " + rsa.tokenBytes()
                + " bytes; ES256 in" + " ECDH-ES, " + ec.tokenBytes() + " bytes");
        Map<String, Measured> measured = new Rotation(stage.postgres(), settings, progress).measure(variants);
        stage.endProcesses();
        report.flows("Flows", measured.values());
        goals(report, measured);
    }

    private static void goals(Report report, Map<String, Measured> measured) {
        Measured server = measured.get(SERVER);
        report.goal(Goal.atLeast("flows/s of the server ÷ F1", flows(measured, SERVER, ORIGINAL), 1.5));
        report.goal(Goal.atLeast("flows/s of the server ÷ F2", flows(measured, SERVER, LEAST), 0.8));
        report.goal(Goal.atMost("CPU a flow of the server ÷ F2", cpu(measured, SERVER, LEAST), 1.35));
        for (String step : List.of("link", "info")) {
            report.goal(Goal.atMost(
                    step + ": p99 ÷ p50",
                    server.p99(step).median() / server.p50(step).median(),
                    2));
        }
        report.goal(
                Goal.atLeast("flows/s with EC ÷ F1 with EC by the JDK", flows(measured, SERVER_EC, ORIGINAL_EC), 3));
        report.ratio("flows/s of the server ÷ " + LEAST_ALONE, flows(measured, SERVER, LEAST_ALONE));
        report.ratio("CPU a flow of the server ÷ " + LEAST_ALONE, cpu(measured, SERVER, LEAST_ALONE));
        report.ratio("flows/s of the server with EC: native code ÷ the JDK", flows(measured, SERVER_EC, SERVER_EC_JDK));
        report.ratio("flows/s of the server: EC ÷ RSA", flows(measured, SERVER_EC, SERVER));
    }

    private static double cpu(Map<String, Measured> measured, String one, String other) {
        return measured.get(one).cpu().median() / measured.get(other).cpu().median();
    }

    private static double flows(Map<String, Measured> measured, String one, String other) {
        return measured.get(one).flowsPerSecond().median()
                / measured.get(other).flowsPerSecond().median();
    }
}
