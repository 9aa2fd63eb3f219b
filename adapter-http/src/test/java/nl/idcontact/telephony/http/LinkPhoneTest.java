package nl.idcontact.telephony.http;

import static nl.idcontact.telephony.http.ProblemAssert.assertProblem;
import static nl.idcontact.telephony.http.Telephony.SECRET;
import static nl.idcontact.telephony.http.Telephony.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import nl.idcontact.telephony.domain.SessionSettings;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.http.HttpSettings.Access;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How calls get their sessions, and how they don't. */
class LinkPhoneTest {
    private static final String WRONG = "{\"dtmf\":\"0\",\"sessionid\":\"guesser\"}";

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
    void aLinkGivesPurposeAndToken() {
        var session = telephony.start("report_move");
        HttpResponse<String> response = telephony.link(session.dtmf(), "call");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .matches("\\{\"purpose\":\"report_move\",\"release_token\":\"[A-Za-z0-9_-]{43,128}\"}");
        String again = telephony.linked(session.dtmf(), "call");
        assertThat(telephony.info("call", again).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer wrong",
                "Basic " + SECRET,
                SECRET,
                "Bearer",
                "Bearer ",
                "Bearer " + SECRET + "x",
                "Bearer a b"
            })
    void withoutTheSecretNothingIsRead(String authorization) {
        for (String body : List.of(WRONG, "nonsense")) {
            HttpResponse<String> response =
                    telephony.post(telephony.open("/link_phone"), body, "Authorization", authorization);
            assertProblem(response, 401, "unauthorized");
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .get()
                    .asString()
                    .startsWith("Bearer ");
        }
    }

    @Test
    void aMissingOrDoubledHeaderIsUnauthorized() {
        assertProblem(telephony.post(telephony.open("/link_phone"), WRONG), 401, "unauthorized");
        HttpRequest.Builder twice = HttpRequest.newBuilder(telephony.open("/link_phone"))
                .POST(BodyPublishers.ofString(WRONG))
                .header("Authorization", "Bearer " + SECRET)
                .header("Authorization", "Bearer " + SECRET);
        assertProblem(telephony.send(twice), 401, "unauthorized");
    }

    @Test
    void theSchemeIsSpelledAnyhow() {
        assertProblem(
                telephony.post(telephony.open("/link_phone"), WRONG, "Authorization", "bEARER  " + SECRET),
                404,
                "unknown-code");
    }

    @Test
    void secretsRotate() {
        var rotating = new HttpSettings(
                SETTINGS.listeners(),
                SETTINGS.telephone(),
                new Access(List.of("new secret".repeat(4).replace(' ', '-'), SECRET), true),
                SETTINGS.pages(),
                SETTINGS.limits());
        try (Telephony own = Telephony.started(rotating)) {
            for (String secret : rotating.access().linkSecrets()) {
                assertProblem(
                        own.post(own.open("/link_phone"), WRONG, "Authorization", "Bearer " + secret),
                        404,
                        "unknown-code");
            }
        }
        assertThat(rotating.toString()).doesNotContain("secret-").doesNotContain(SECRET);
    }

    @Test
    void whatIsUnknownLooksTheSame() {
        var taken = telephony.start("report_move");
        telephony.link(taken.dtmf(), "other call");
        var free = telephony.start("report_move");
        var expired = telephony.start("report_move");

        String never = telephony.link("1", "a").body();
        String ofAnother = telephony.link(taken.dtmf(), "b").body();
        String whileHoldingOne = telephony.link(free.dtmf(), "other call").body();
        telephony.clock.forward(Duration.ofHours(2));
        String tooLate = telephony.link(expired.dtmf(), "c").body();

        assertThat(never).contains("\"attempts_left\":2");
        assertThat(List.of(ofAnother, whileHoldingOne, tooLate)).containsOnly(never);
    }

    @Test
    void attemptsRunOut() {
        var session = telephony.start("report_move");
        for (int left = 2; left >= 0; left--) {
            HttpResponse<String> response = telephony.link("123", "guesser");
            assertProblem(response, 404, "unknown-code");
            assertThat(Telephony.json(response).get("attempts_left").asInt()).isEqualTo(left);
        }
        assertProblem(telephony.link("123", "guesser"), 429, "too-many-attempts");
        assertProblem(telephony.link(session.dtmf(), "guesser"), 429, "too-many-attempts");
        assertThat(telephony.link(session.dtmf(), "honest").statusCode()).isEqualTo(200);
    }

    @Test
    void allCallsTogetherAreLimited() {
        var settings = new SessionSettings(10, 32, new AttemptLimits(3, 2), true);
        try (Telephony own = Telephony.started(SETTINGS, domain -> domain.settings(settings), Operations.NONE)) {
            var session = own.start("report_move");
            own.link("1", "a");
            own.link("1", "b");
            HttpResponse<String> response = own.link(session.dtmf(), "c");
            assertProblem(response, 429, "too-many-attempts");
            assertThat(response.headers().firstValue("Retry-After")).contains("60");
            own.clock.forward(Duration.ofSeconds(61));
            assertThat(own.link(session.dtmf(), "c").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dtmf\":\"1\"}",
                "{\"sessionid\":\"guesser\"}",
                "{\"dtmf\":\"\",\"sessionid\":\"guesser\"}",
                "{\"dtmf\":\"12a\",\"sessionid\":\"guesser\"}",
                "{\"dtmf\":\"１２\",\"sessionid\":\"guesser\"}",
                "{\"dtmf\":\"123456789012345678901234567890123\",\"sessionid\":\"guesser\"}",
                "{\"dtmf\":123,\"sessionid\":\"guesser\"}",
                "{\"dtmf\":\"1\",\"sessionid\":\"\"}",
                "{\"dtmf\":\"1\",\"sessionid\":\"a\\u0000b\"}",
                "{\"dtmf\":\"1\",\"sessionid\":\"\\ud83d\"}",
                "{\"dtmf\":\"1\",\"dtmf\":\"2\",\"sessionid\":\"guesser\"}"
            })
    void whatIsMalformedCountsAsNothing(String body) {
        for (int i = 0; i < 4; i++) {
            assertProblem(
                    telephony.post(telephony.open("/link_phone"), body, "Authorization", "Bearer " + SECRET),
                    400,
                    "malformed-request");
        }
        assertThat(Telephony.json(telephony.link("1", "guesser"))
                        .get("attempts_left")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void withoutSecretsEveryoneMayLink() {
        var open = new HttpSettings(
                SETTINGS.listeners(),
                SETTINGS.telephone(),
                new Access(List.of(), true),
                SETTINGS.pages(),
                SETTINGS.limits());
        try (Telephony own = Telephony.started(open)) {
            assertProblem(own.post(own.open("/link_phone"), WRONG), 404, "unknown-code");
        }
    }
}
