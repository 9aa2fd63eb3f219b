package nl.idcontact.telephony.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.idcontact.telephony.app.support.Answer;
import nl.idcontact.telephony.app.support.AppProcess;
import nl.idcontact.telephony.app.support.Peers;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;
import org.junit.jupiter.api.Test;

/** A server whose database is not there when it starts, then hangs while far too much is asked of it. */
class WithoutDatabaseIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int REQUESTS = 2_500;

    private final AuthResultTokens plugin = AuthResultTokens.generate();

    @Test
    void it_waits_for_its_database_and_bears_a_flood_while_that_hangs() throws Exception {
        try (EmbeddedDatabase postgres = EmbeddedDatabase.start()) {
            Map<String, String> environment = RunningApp.environment(postgres, postgres.newDatabase(), plugin);
            postgres.stop();
            try (AppProcess app = AppProcess.start(environment, "-Xmx128m", "-XX:+ExitOnOutOfMemoryError")) {
                assertThatItWaits(app);
                postgres.startAgain();
                app.awaitReady();
                assertThat(app.output()).anyMatch(line -> line.endsWith(" - Ready"));

                postgres.freeze();
                try {
                    assertThatAFloodIsBorne(app);
                } finally {
                    postgres.thaw();
                }
                app.awaitReady();
                assertThat(Peers.of(app).start().status()).isEqualTo(200);
            }
        }
    }

    private static void assertThatItWaits(AppProcess app) throws Exception {
        await().atMost(PATIENCE)
                .until(() -> app.output().stream()
                        .anyMatch(line -> line.contains(
                                "Waiting for the database: nothing listens at its address. Next try in ")));
        assertThat(app.health("/health/live")).isEqualTo(200);
        assertThat(app.health("/health/ready")).isEqualTo(503);
        Answer answer = Peers.of(app).start();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    /** With a body of 60 kB each, the requests together are larger than the server's whole memory. */
    private static void assertThatAFloodIsBorne(AppProcess app) {
        byte[] body = ("{\"purpose\": \"flood\", \"ignored\": \"" + "x".repeat(60_000) + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(app.internal().resolve("/start_communication"))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<Integer>> statuses = IntStream.range(0, REQUESTS)
                .mapToObj(number ->
                        client.sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode))
                .toList();
        assertThat(statuses)
                .allSatisfy(
                        status -> assertThat(status).succeedsWithin(PATIENCE).isEqualTo(503));
        assertThat(app.isAlive()).isTrue();
    }
}
