package nl.idcontact.telephony.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.app.support.Answer;
import nl.idcontact.telephony.app.support.Follower;
import nl.idcontact.telephony.app.support.Peers;
import nl.idcontact.telephony.app.support.RecordedLog;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;
import org.junit.jupiter.api.Test;

/** Whole calls, and everything that can go wrong with them, while every logger says all it has to say: none of it is secret. */
class NothingSecretLoggedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DATABASE_PASSWORD = "the-password-of-the-database";
    private static final String CALLER = "31612345678";
    private static final String CALL = "+" + CALLER + " at 8c0f5b1e";
    private static final String CITIZEN_NUMBER = "999990019";
    private static final String SESSION_URL = "http://127.0.0.1:9/session/of-the-auth-plugin?id=4711";

    private final List<String> secrets = new ArrayList<>(List.of(
            RunningApp.LINK_SECRET,
            DATABASE_PASSWORD,
            CALL,
            CALLER,
            CITIZEN_NUMBER,
            "session/of-the-auth-plugin",
            "id=4711"));

    @Test
    void neither_by_us_nor_by_a_library() throws Exception {
        try (EmbeddedDatabase postgres = EmbeddedDatabase.start();
                RecordedLog log = RecordedLog.start()) {
            String url = postgres.newDatabase() + "?user=" + postgres.user() + "&password=" + DATABASE_PASSWORD;
            try (RunningApp app = RunningApp.start(postgres, Map.of("IDCONTACT_DATABASES_SESSION_URL", url))) {
                secrets.addAll(linesOf(app.tokens().decryptionKeyPem()));
                callThatGoesWell(app);
                mistakes(app);
                postgres.kill();
                callThatGoesWrong(app);
                postgres.startAgain();
            }
            List<String> texts = log.texts();
            assertThat(texts.stream()
                            .map(text -> text.replaceFirst(" .*\\R?", ""))
                            .distinct())
                    .contains("com.zaxxer.hikari.pool.PoolBase", "nl.idcontact.telephony.http.access")
                    .anyMatch(logger -> logger.startsWith("org.postgresql"));
            assertThat(texts).anyMatch(text -> text.contains("was not told to"));
            assertThat(leaks(texts, secrets)).isEmpty();

            List<String> audited =
                    log.auditTrail().stream().map(RecordedLog::text).toList();
            assertThat(audited).isNotEmpty();
            secrets.removeAll(List.of(CALL, CALLER));
            assertThat(leaks(audited, secrets)).isEmpty();
        }
    }

    private void callThatGoesWell(RunningApp app) throws Exception {
        Peers peers = Peers.of(app);
        Answer session = started(peers);
        String token = secret(app.tokens()
                .token(Instant.now())
                .attribute("bsn", CITIZEN_NUMBER)
                .sessionUrl(SESSION_URL)
                .compact());
        assertThat(peers.result(session.resultPath(), token).status()).isEqualTo(200);
        String releaseToken = secret(peers.link(session.code(), CALL).releaseToken());
        try (Follower page = peers.follow(CALL, releaseToken)) {
            await().atMost(PATIENCE).until(() -> page.hasSeen(CITIZEN_NUMBER));
        }
        assertThat(peers.activity(CALL, releaseToken).status()).isEqualTo(204);
        assertThat(peers.logout(CALL, releaseToken).status()).isEqualTo(204);
        assertThat(peers.read(CALL, releaseToken).status()).isEqualTo(404);
    }

    private void mistakes(RunningApp app) throws Exception {
        Peers peers = Peers.of(app);
        Answer session = started(peers);
        String token = secret(app.tokens().token(Instant.now()).compact());
        peers.result(session.resultPath(), token.substring(1));
        peers.result(session.resultPath() + "x", token);
        peers.start(Map.of("purpose", "report_move", "auth_result", secret("e30.a-made-up-token.e30")));
        peers.link(secret("31415926535897"), CALL);
        peers.link(session.code(), CALL, secret("a-made-up-link-secret"));
        peers.read(CALL, secret("a-made-up-release-token"));
        peers.logout(CALL, secret("another-release-token"));
        for (String path :
                List.of(session.resultPath() + "/x", "/" + session.code(), "/link_phone?dtmf=" + session.code())) {
            send(app, path, session.code());
        }
        send(app, "/start_communication", "{\"purpose\": " + session.code());
        send(app, "/start_communication", "{\"" + CITIZEN_NUMBER + "\": {\"" + CALL + "\": \u0000");
    }

    private void callThatGoesWrong(RunningApp app) throws Exception {
        Peers peers = Peers.of(app);
        String token = secret(app.tokens()
                .token(Instant.now())
                .attribute("bsn", CITIZEN_NUMBER)
                .compact());
        assertThat(peers.start(Map.of("purpose", "report_move", "auth_result", token))
                        .status())
                .isEqualTo(503);
        peers.result("/session_result/" + secret("aMadeUpResultCodeOfThirtyTwoLetters"), token);
        peers.link(secret("27182818284590"), CALL);
        peers.read(CALL, secret("one-more-release-token"));
    }

    private Answer started(Peers peers) throws IOException {
        Answer session = peers.start();
        secret(session.code());
        secret(session.resultPath().replaceFirst(".*/", ""));
        return session;
    }

    private String secret(String text) {
        secrets.add(text);
        return text;
    }

    private static void send(RunningApp app, String path, String body) throws IOException, InterruptedException {
        for (URI base : List.of(app.internal(), app.external())) {
            HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                    .POST(BodyPublishers.ofString(body))
                    .build();
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        }
    }

    private static List<String> leaks(List<String> texts, List<String> secrets) {
        return texts.stream()
                .filter(text -> secrets.stream().anyMatch(text::contains))
                .toList();
    }

    private static List<String> linesOf(String pem) {
        return Arrays.stream(pem.split("\n"))
                .filter(line -> !line.startsWith("-----") && line.length() > 30)
                .toList();
    }
}
