package nl.idcontact.telephony.app;

import static nl.idcontact.telephony.app.support.CheckedClient.json;
import static nl.idcontact.telephony.app.support.CheckedClient.object;
import static nl.idcontact.telephony.app.support.Listener.INTERNAL;
import static nl.idcontact.telephony.app.support.Listener.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import nl.idcontact.telephony.app.support.CheckedClient;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every answer that the OpenAPI document describes is given, just as described, and no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiConformanceTest {
    private static final String[] SECRET = {"Authorization", "Bearer " + RunningApp.LINK_SECRET};
    private static final String LARGE = "x".repeat(70_000);
    private static final String NOT_TEXT = "/session_info/a%00b";

    private EmbeddedDatabase postgres;
    private RunningApp app;
    private CheckedClient client;

    @BeforeAll
    void start() {
        postgres = EmbeddedDatabase.start();
        app = RunningApp.start(postgres, Map.of());
        client = CheckedClient.of(app);
    }

    @AfterAll
    void stop() {
        app.close();
        postgres.close();
    }

    @Test
    void every_described_answer_is_given() {
        startsAndResults();
        links();
        anAgentReads();
        anAgentFollowsUntilLogout();
        pagesAndOperation();
        whatIsNotThere();
        withoutTheDatabase();

        // What only a mistake of ours, a full table of codes or 20,000 streams would bring about.
        Set<String> described = client.answers().described().stream()
                .filter(answer -> !answer.endsWith(" 500"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(client.answers().seen()).isEqualTo(described);
    }

    private void startsAndResults() {
        assertProblem(client.post(INTERNAL, "/start_communication", "{}"), "malformed-request");
        assertProblem(
                client.post(
                        INTERNAL, "/start_communication", object(Map.of("purpose", "report_move", "auth_result", "x"))),
                "invalid-auth-result");
        assertProblem(client.post(INTERNAL, "/start_communication", LARGE), "body-too-large");
        assertProblem(
                client.post(INTERNAL, "/start_communication", "purpose=x", "Content-Type", "text/plain"),
                "unsupported-media-type");

        String result = resultPath(startSession());
        assertProblem(client.post(INTERNAL, result, "x.y.z"), "invalid-auth-result");
        assertProblem(client.post(INTERNAL, result, LARGE), "body-too-large");
        assertProblem(client.post(INTERNAL, "/session_result/" + "x".repeat(32), token()), "unknown-session");
        assertThat(client.post(INTERNAL, result, token()).statusCode()).isEqualTo(200);
        assertProblem(client.post(INTERNAL, result, token()), "auth-result-already-received");
    }

    private void links() {
        String right = object(Map.of("dtmf", code(startSession()), "sessionid", "call-1"));
        assertProblem(client.post(PUBLIC, "/link_phone", right), "unauthorized");
        assertProblem(client.post(PUBLIC, "/link_phone", "[]", SECRET), "malformed-request");
        assertProblem(client.post(PUBLIC, "/link_phone", LARGE, SECRET), "body-too-large");
        assertProblem(
                client.post(PUBLIC, "/link_phone", right, SECRET[0], SECRET[1], "Content-Type", "text/xml"),
                "unsupported-media-type");
        assertThat(client.post(PUBLIC, "/link_phone", right, SECRET).statusCode())
                .isEqualTo(200);

        String wrong = object(Map.of("dtmf", "1", "sessionid", "guesser"));
        for (int left = 2; left >= 0; left--) {
            HttpResponse<String> answer = client.post(PUBLIC, "/link_phone", wrong, SECRET);
            assertThat(json(answer).get("attempts_left").intValue()).isEqualTo(left);
        }
        assertProblem(client.post(PUBLIC, "/link_phone", wrong, SECRET), "too-many-attempts");
    }

    private void anAgentReads() {
        JsonNode session = startSession();
        String[] token = link(session, "call-2");
        assertThat(json(client.get(PUBLIC, "/session_info/call-2", token))
                        .get("auth_result")
                        .isNull())
                .isTrue();
        client.post(
                INTERNAL,
                resultPath(session),
                app.tokens().token(Instant.now()).failed().compact());
        assertThat(json(client.get(PUBLIC, "/session_info/call-2", token))
                        .at("/auth_result/status")
                        .textValue())
                .isEqualTo("failed");
        for (String address : new String[] {"", "/events", "/logout", "/activity"}) {
            String method = address.isEmpty() || address.equals("/events") ? "GET" : "POST";
            assertProblem(client.send(PUBLIC, method, "/session_info/call-2" + address, ""), "unauthorized");
            assertProblem(client.send(PUBLIC, method, NOT_TEXT + address, "", token), "malformed-request");
            assertProblem(client.send(PUBLIC, method, "/session_info/nobody" + address, "", token), "unknown-session");
        }
        assertThat(client.post(PUBLIC, "/session_info/call-2/activity", "", token)
                        .statusCode())
                .isEqualTo(204);
    }

    private void anAgentFollowsUntilLogout() {
        JsonNode session = startSession();
        client.post(INTERNAL, resultPath(session), token());
        String[] token = link(session, "call-3");
        CompletableFuture<HttpResponse<String>> stream =
                client.sendLater(PUBLIC, "GET", "/session_info/call-3/events", "", token);
        await().until(() -> client.get(INTERNAL, "/metrics").body().contains("telephony_event_streams 1.0"));
        assertThat(client.post(PUBLIC, "/session_info/call-3/logout", "", token).statusCode())
                .isEqualTo(204);
        assertThat(client.checked(PUBLIC, stream).body())
                .startsWith("event: session\n")
                .endsWith("event: ended\ndata: {}\n\n");
    }

    private void pagesAndOperation() {
        for (String page : new String[] {"/attribute-ui/", "/connect-ui/"}) {
            String tag = client.get(PUBLIC, page).headers().firstValue("ETag").orElseThrow();
            assertThat(client.get(PUBLIC, page, "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
            assertThat(client.get(PUBLIC, page + "settings.json").statusCode()).isEqualTo(200);
        }
        assertThat(client.post(INTERNAL, "/clean_db", "").statusCode()).isEqualTo(204);
        for (String address : new String[] {"/health/live", "/health/ready", "/metrics"}) {
            assertThat(client.get(INTERNAL, address).statusCode()).isEqualTo(200);
        }
        JsonNode served = json(client.get(INTERNAL, "/openapi.json"));
        assertThat(json(client.get(PUBLIC, "/openapi.json"))).isEqualTo(served);
        assertThat(served).isEqualTo(client.answers().description());
        assertThat(served.at("/info/version").textValue()).isEqualTo(Version.number());
    }

    private void whatIsNotThere() {
        client.answers().templates().forEach((template, listeners) -> {
            String path = template.replaceAll("\\{[a-z]+}", "x");
            listeners.forEach(listener -> {
                assertProblem(client.send(listener, "DELETE", path, ""), "method-not-allowed");
            });
            if (!listeners.contains(INTERNAL)) {
                assertProblem(client.get(INTERNAL, path), "not-found");
            }
            if (!listeners.contains(PUBLIC)) {
                assertProblem(client.get(PUBLIC, path), "not-found");
            }
        });
    }

    private void withoutTheDatabase() {
        JsonNode session = startSession();
        String[] token = link(session, "call-4");
        postgres.stop();
        assertProblem(client.post(INTERNAL, "/start_communication", "{\"purpose\": \"x\"}"), "store-unavailable");
        assertProblem(client.post(INTERNAL, resultPath(session), token()), "store-unavailable");
        assertProblem(client.post(INTERNAL, "/clean_db", ""), "store-unavailable");
        assertThat(client.get(INTERNAL, "/health/ready").statusCode()).isEqualTo(503);
        String link = object(Map.of("dtmf", "1234567890", "sessionid", "call-5"));
        assertProblem(client.post(PUBLIC, "/link_phone", link, SECRET), "store-unavailable");
        assertProblem(client.get(PUBLIC, "/session_info/call-4", token), "store-unavailable");
        assertProblem(client.get(PUBLIC, "/session_info/call-4/events", token), "store-unavailable");
        assertProblem(client.post(PUBLIC, "/session_info/call-4/activity", "", token), "store-unavailable");
        assertProblem(client.post(PUBLIC, "/session_info/call-4/logout", "", token), "store-unavailable");
    }

    private JsonNode startSession() {
        return json(client.post(INTERNAL, "/start_communication", object(Map.of("purpose", "report_move"))));
    }

    private String[] link(JsonNode session, String call) {
        String body = object(Map.of("dtmf", code(session), "sessionid", call));
        JsonNode answer = json(client.post(PUBLIC, "/link_phone", body, SECRET));
        return new String[] {
            "Authorization", "Bearer " + answer.get("release_token").textValue()
        };
    }

    private String token() {
        return app.tokens()
                .token(Instant.now())
                .attribute("email", "jan@example.nl")
                .compact();
    }

    private static String code(JsonNode session) {
        return session.get("client_url").textValue().replaceFirst(".*,", "");
    }

    private static String resultPath(JsonNode session) {
        return URI.create(session.get("attr_url").textValue()).getPath();
    }

    private static void assertProblem(HttpResponse<String> answer, String slug) {
        assertThat(json(answer).path("type").asText()).isEqualTo("urn:id-contact:telephony:" + slug);
    }
}
