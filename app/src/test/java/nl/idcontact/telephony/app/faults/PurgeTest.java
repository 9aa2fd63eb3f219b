package nl.idcontact.telephony.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.idcontact.telephony.app.support.Answer;
import nl.idcontact.telephony.app.support.Peers;
import nl.idcontact.telephony.app.support.RecordedLog;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.domain.tck.Race;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

/** Three servers on one database remove what has expired, by themselves and when asked, while callers are served. */
class PurgeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int EXPIRED = 20_000;
    private static final int LARGEST_BATCH = 500;
    private static final Pattern REMOVED = Pattern.compile("(?m)^telephony_sessions_expired_total (\\S+)$");

    private final EmbeddedDatabase postgres = EmbeddedDatabase.shared();
    private final String database = postgres.newDatabase();

    @Test
    void what_has_expired_goes_away_and_nobody_notices() throws Exception {
        Map<String, String> variables = Map.of(
                "IDCONTACT_DATABASES_SESSION_URL",
                database + "?user=" + postgres.user() + "&password=" + postgres.password(),
                "IDCONTACT_SESSION_TTL",
                "PT20S");
        try (RecordedLog log = RecordedLog.start();
                RunningApp one = RunningApp.start(variables)) {
            Map<String, String> same = new HashMap<>(one.environment());
            same.putAll(Map.of("IDCONTACT_PORT", "0", "IDCONTACT_PUBLIC_PORT", "0"));
            try (RunningApp two = RunningApp.start(same);
                    RunningApp three = RunningApp.start(same)) {
                Load load = Load.start(Peers.of(one), one.tokens(), 2);
                try (load) {
                    load.awaitServed(2);
                    expireMany();
                    await().atMost(PATIENCE).until(() -> stored("started_at < now() - interval '30 minutes'") == 0);
                    expireMany();
                    assertThat(cleanAll(one, two, three))
                            .extracting(Answer::status)
                            .containsOnly(204);
                    // What they did not get done in time is left to the servers' own purge.
                    await().atMost(PATIENCE).until(() -> stored("started_at < now() - interval '30 minutes'") == 0);
                    load.awaitServed(2);
                }
                assertThat(load.failures()).isEmpty();
                assertThat(removed(one) + removed(two) + removed(three)).isGreaterThanOrEqualTo(2 * EXPIRED);
                assertThat(batches(log)).isNotEmpty().allMatch(batch -> batch <= LARGEST_BATCH);
            }
        }
    }

    private static List<Answer> cleanAll(RunningApp... apps) throws Exception {
        return Race.of(apps.length, number -> Peers.of(apps[number]).cleanDb());
    }

    private void expireMany() {
        postgres.execute(name(), """
                INSERT INTO telephony_session (session, code, purpose, started_at, last_activity)
                SELECT sha256(('session' || i)::bytea), sha256(('code' || i)::bytea), 'report_move',
                       now() - interval '1 hour', now() - interval '1 hour'
                  FROM generate_series(1, %d) AS i
                """.formatted(EXPIRED));
    }

    private long stored(String condition) throws SQLException {
        try (Connection connection = postgres.connect(database)) {
            var count = connection
                    .createStatement()
                    .executeQuery("SELECT count(*) FROM telephony_session WHERE " + condition);
            count.next();
            return count.getLong(1);
        }
    }

    private String name() {
        return database.substring(database.lastIndexOf('/') + 1);
    }

    private static double removed(RunningApp app) throws IOException, InterruptedException {
        URI metrics = app.internal().resolve("/metrics");
        String text = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                .body();
        Matcher counter = REMOVED.matcher(text);
        assertThat(counter.find()).as(text).isTrue();
        return Double.parseDouble(counter.group(1));
    }

    private static List<Integer> batches(RecordedLog log) {
        return log.auditTrail().stream()
                .flatMap(event -> event.getKeyValuePairs().stream())
                .filter(pair -> pair.key.equals("sessions"))
                .map((KeyValuePair pair) -> (Integer) pair.value)
                .toList();
    }
}
