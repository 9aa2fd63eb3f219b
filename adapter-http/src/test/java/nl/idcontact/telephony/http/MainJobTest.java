package nl.idcontact.telephony.http;

import static nl.idcontact.telephony.http.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session is started, an auth result arrives, a call is linked, attributes are released. */
class MainJobTest {
    private Telephony telephony;

    @BeforeEach
    void start() {
        telephony = Telephony.started();
    }

    @AfterEach
    void stop() {
        telephony.close();
    }

    @Test
    void attributesAreReleasedAfterLoginAndLink() {
        String token = telephony.opener.succeeded("login", Map.of("email", "resident@example.com"));
        var session = telephony.start("report_move");
        assertThat(telephony.report(session, " \r\n" + token + "\n").statusCode())
                .isEqualTo(200);
        assertThat(telephony.report(session, token).statusCode())
                .as("the same again")
                .isEqualTo(200);
        HttpResponse<String> info = telephony.info("call 1/é", telephony.linked(session.dtmf(), "call 1/é"));

        assertThat(info.statusCode()).isEqualTo(200);
        assertThat(info.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(info.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(info.body())
                .isEqualTo("{\"purpose\":\"report_move\",\"auth_result\":{\"status\":\"succes\",\"attributes\":"
                        + "{\"email\":\"resident@example.com\"},\"authenticated_at\":\"2026-11-23T11:59:00Z\"},"
                        + "\"linked_at\":\"2026-11-23T12:00:00Z\",\"logout_available\":false}");
    }

    @Test
    void aResultMayComeLast() {
        var session = telephony.start("unheard-of purpose");
        String token = telephony.linked(session.dtmf(), "call 2");
        assertThat(telephony.info("call 2", token).body())
                .isEqualTo("{\"purpose\":\"unheard-of purpose\",\"auth_result\":null,"
                        + "\"linked_at\":\"2026-11-23T12:00:00Z\",\"logout_available\":false}");

        telephony.report(session, telephony.opener.failed("failed login"));
        JsonNode result = Telephony.json(telephony.info("call 2", token)).get("auth_result");
        assertThat(result.toString())
                .isEqualTo("{\"status\":\"failed\",\"authenticated_at\":\"2026-11-23T11:59:00Z\"}");
    }

    @Test
    void aLoginWithoutAttributesReleasesAnEmptyObject() {
        var session = telephony.start("report_move");
        telephony.report(session, telephony.opener.succeeded("bare login", Map.of()));
        JsonNode info = Telephony.json(telephony.info("call 3", telephony.linked(session.dtmf(), "call 3")));
        assertThat(info.get("auth_result").get("attributes").toString()).isEqualTo("{}");
    }

    @Test
    void theFirstResultIsFinal() {
        var session = telephony.start("report_move");
        telephony.report(session, telephony.opener.failed("first"));
        assertProblem(
                telephony.report(session, telephony.opener.succeeded("second", Map.of())),
                409,
                "auth-result-already-received");
    }

    @Test
    void tokensAreLookedAtBeforeCodes() {
        var session = telephony.start("report_move");
        assertProblem(telephony.report(session, "nonsense"), 400, "invalid-auth-result");
        assertProblem(telephony.report(session, ""), 400, "invalid-auth-result");
        String token = telephony.opener.failed("lost");
        assertProblem(telephony.post(telephony.internal("/session_result/nosuchcode"), token), 404, "unknown-session");
        assertProblem(telephony.post(telephony.internal(session.resultPath() + "x"), token), 404, "unknown-session");
        assertThat(telephony.report(session, token).statusCode())
                .as("not used up")
                .isEqualTo(200);
    }

    @Test
    void aSessionStartsWithItsResult() {
        String token = telephony.opener.succeeded("early login", Map.of("name", "A. Resident"));
        HttpResponse<String> response = telephony.post(
                telephony.internal("/start_communication"),
                "{\"purpose\":\"report_move\",\"auth_result\":\"" + token + "\",\"attr_url\":7}");
        assertThat(response.body()).matches("\\{\"client_url\":\"tel:0800123,[0-9]{10}\"}");
    }

    @Test
    void addressesAreMadeAsConfigured() {
        HttpResponse<String> response = telephony.post(
                telephony.internal("/start_communication"), "{\"purpose\":\"other\",\"auth_result\":null}");
        assertThat(response.body())
                .matches("\\{\"client_url\":\"tel:\\+31101234567,[0-9]{10}\","
                        + "\"attr_url\":\"http://telephony:8000/session_result/[A-Za-z0-9]{32}\"}");
    }

    @Test
    void aSessionThatExpiredIsGone() {
        var session = telephony.start("report_move");
        String token = telephony.linked(session.dtmf(), "call 4");
        telephony.clock.forward(Duration.ofHours(1));
        assertProblem(telephony.info("call 4", token), 404, "unknown-session");
        assertProblem(telephony.report(session, telephony.opener.failed("late")), 404, "unknown-session");
    }
}
