package nl.idcontact.telephony.http;

import static nl.idcontact.telephony.http.ProblemAssert.assertProblem;
import static nl.idcontact.telephony.http.Telephony.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.idcontact.telephony.domain.port.SessionFeedback;
import nl.idcontact.telephony.http.HttpSettings.Access;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent's page gets and may do. */
class SessionInfoTest {
    private static final URI SESSION_URL = URI.create("https://auth.example/session?id=1");

    private final List<String> told = new CopyOnWriteArrayList<>();
    private Telephony telephony;

    @BeforeEach
    void start() {
        SessionFeedback feedback = new SessionFeedback() {
            @Override
            public void userActive(URI sessionUrl) {
                told.add("active " + sessionUrl);
            }

            @Override
            public void logout(URI sessionUrl) {
                told.add("logout " + sessionUrl);
            }
        };
        telephony = Telephony.started(SETTINGS, domain -> domain.feedback(feedback), Operations.NONE);
    }

    @AfterEach
    void stop() {
        telephony.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/events", "/logout", "/activity"})
    void refusalsAreAlike(String rest) {
        String token = linked("call");
        for (String header : List.of("Basic abc", "Bearer", "Bearer ")) {
            HttpResponse<String> response = send("call", rest, header);
            assertProblem(response, 401, "unauthorized");
            assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
            assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        }
        HttpResponse<String> wrong = send("call", rest, "Bearer wrong");
        assertProblem(wrong, 404, "unknown-session");
        assertThat(wrong.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(send("nobody's call", rest, "Bearer " + token).body()).isEqualTo(wrong.body());
        assertProblem(send("a\u0000b", rest, "Bearer " + token), 400, "malformed-request");
    }

    @Test
    void withoutHeaderThereIsNothing() {
        linked("call");
        assertProblem(telephony.get(telephony.session("call", "")), 401, "unauthorized");
        assertProblem(telephony.get(telephony.session("call", "/events")), 401, "unauthorized");
        assertProblem(telephony.post(telephony.session("call", "/logout"), ""), 401, "unauthorized");
    }

    @Test
    void aLogoutEndsTheSessionForEveryone() {
        String token = linked("call");
        assertThat(telephony.info("call", token).body())
                .contains("\"logout_available\":true")
                .doesNotContain("auth.example");
        HttpResponse<String> response = send("call", "/logout", "Bearer " + token);
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertProblem(telephony.info("call", token), 404, "unknown-session");
        assertProblem(send("call", "/logout", "Bearer " + token), 404, "unknown-session");
        assertThat(told).containsExactly("logout " + SESSION_URL);
    }

    @Test
    void activityKeepsTheSessionAlive() {
        String token = linked("call");
        for (int minutes = 0; minutes < 300; minutes += 50) {
            assertThat(send("call", "/activity", "Bearer " + token).statusCode())
                    .isEqualTo(204);
            assertThat(send("call", "/activity", "Bearer " + token).statusCode())
                    .isEqualTo(204);
            telephony.clock.forward(java.time.Duration.ofMinutes(50));
        }
        assertThat(told).hasSize(6).containsOnly("active " + SESSION_URL);
    }

    @Test
    void readingKeepsNothingAlive() {
        String token = linked("call");
        telephony.clock.forward(java.time.Duration.ofMinutes(59));
        assertThat(telephony.info("call", token).statusCode()).isEqualTo(200);
        telephony.clock.forward(java.time.Duration.ofMinutes(2));
        assertProblem(telephony.info("call", token), 404, "unknown-session");
    }

    @Test
    void theTokenMayBeOff() {
        var off = new HttpSettings(
                SETTINGS.listeners(),
                SETTINGS.telephone(),
                new Access(SETTINGS.access().linkSecrets(), false),
                SETTINGS.pages(),
                SETTINGS.limits());
        try (Telephony own = Telephony.started(off)) {
            own.linked(own.start("report_move").dtmf(), "call");
            assertThat(own.get(own.session("call", "")).statusCode()).isEqualTo(200);
            assertThat(own.info("call", "whatever").statusCode()).isEqualTo(200);
            assertThat(own.post(own.session("call", "/activity"), "").statusCode())
                    .isEqualTo(204);
            assertThat(own.post(own.session("call", "/logout"), "").statusCode())
                    .isEqualTo(204);
            assertProblem(own.get(own.session("call", "")), 404, "unknown-session");
        }
    }

    @Test
    void valuesComeAsTheyAre() {
        String hostile = "<script>\"\\\u2028\ud800é😀";
        var session = telephony.start("report_move");
        telephony.report(session, telephony.opener.succeeded("hostile", Map.of("name", hostile)));
        HttpResponse<String> info = telephony.info("call", telephony.linked(session.dtmf(), "call"));
        assertThat(Telephony.json(info)
                        .get("auth_result")
                        .get("attributes")
                        .get("name")
                        .asText())
                .isEqualTo(hostile.replace('\ud800', '?'));
    }

    private String linked(String call) {
        var session = telephony.start("report_move");
        telephony.report(session, telephony.opener.succeeded("login of " + call, Map.of("email", "e"), SESSION_URL));
        return telephony.linked(session.dtmf(), call);
    }

    private HttpResponse<String> send(String call, String rest, String authorization) {
        URI uri = telephony.session(call, rest);
        return rest.isEmpty() || rest.equals("/events")
                ? telephony.get(uri, "Authorization", authorization)
                : telephony.post(uri, "", "Authorization", authorization);
    }
}
