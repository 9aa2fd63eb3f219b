package nl.idcontact.telephony.http;

import static nl.idcontact.telephony.http.ProblemAssert.assertProblem;
import static nl.idcontact.telephony.http.Telephony.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.random.RandomGenerator;
import nl.idcontact.telephony.domain.inmemory.InMemorySessionStore;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.StoreUnavailable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the core may send, and what not. */
class StartCommunicationTest {
    @AutoClose
    private static final Telephony telephony = Telephony.started();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"purpose\"",
                "7",
                "{",
                "{}",
                "{\"purpose\":null}",
                "{\"purpose\":\"\"}",
                "{\"purpose\":5}",
                "{\"purpose\":true}",
                "{\"purpose\":[\"a\"]}",
                "{\"purpose\":{\"a\":1}}",
                "{\"purpose\":\"a\",\"auth_result\":1}",
                "{\"purpose\":\"a\",\"auth_result\":{}}",
                "{\"purpose\":\"a\",\"purpose\":\"b\"}",
                "{\"purpose\":\"a\",\"x\":{\"y\":1,\"y\":2}}",
                "{\"purpose\":\"a\"} {}",
                "{\"purpose\":\"a\"}x",
                "{\"purpose\":\"a\",}",
                "{'purpose':'a'}",
                "{\"purpose\":\"a\"/**/}",
                "{\"purpose\":\"a\",\"x\":NaN}",
                "{\"purpose\":\"\\u0000\"}",
                "{\"purpose\":\"a\\nb\"}",
                "{\"purpose\":\"\\ud800\"}",
                "{\"purpose\":\"\\udc00\\ud800\"}",
                "{\"purpose\":\"\\u009f\"}",
                "{\"purpose\":\"a\nb\"}",
                "\ufeff{\"purpose\":\"a\"}"
            })
    void isRefused(String body) {
        assertProblem(send(body), 400, "malformed-request");
    }

    @Test
    void depthIsBounded() {
        assertProblem(
                send("{\"purpose\":\"a\",\"x\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}"),
                400,
                "malformed-request");
    }

    @Test
    void aPurposeHasTwoHundredCodePoints() {
        assertThat(send("{\"purpose\":\"" + "😀".repeat(200) + "\"}").statusCode())
                .isEqualTo(200);
        assertProblem(send("{\"purpose\":\"" + "😀".repeat(201) + "\"}"), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"purpose\":\"a\",\"x\":1e999999999}",
                "{\"purpose\":\"a\",\"x\":{\"y\":[null,true]},\"dtmf\":\"1\",\"client_url\":null}",
                "\t{ \"purpose\" : \"caf\\u00e9 \\ud83d\\ude00 'quoted' <b>\" } \r\n"
            })
    void isTaken(String body) {
        assertThat(send(body).statusCode()).isEqualTo(200);
    }

    @Test
    void aHugeNumberIsHarmless() {
        assertThat(send("{\"purpose\":\"a\",\"x\":" + "9".repeat(60_000) + "}").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "json", ";", ""})
    void onlyJsonIsTaken(String type) {
        HttpResponse<String> response =
                telephony.post(telephony.internal("/start_communication"), "{\"purpose\":\"a\"}", "Content-Type", type);
        assertProblem(response, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON; charset=utf-8", "application/json;x=y"})
    void jsonMayBeSpelledAnyhow(String type) {
        assertThat(telephony
                        .post(telephony.internal("/start_communication"), "{\"purpose\":\"a\"}", "Content-Type", type)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void bodiesAreBounded() {
        String fits = "{\"purpose\":\"a\"}" + " ".repeat(64 * 1024 - 15);
        assertThat(send(fits).statusCode()).isEqualTo(200);
        assertProblem(send(fits + " "), 413, "body-too-large");
        assertProblem(send(" ".repeat(3_000_000)), 413, "body-too-large");
        assertProblem(
                telephony.post(telephony.internal("/session_result/x"), " ".repeat(65_537)), 413, "body-too-large");
        assertProblem(telephony.post(telephony.internal("/clean_db"), " ".repeat(65_537)), 413, "body-too-large");
    }

    @Test
    void anInvalidAuthResultLeavesNoSessionBehind() {
        var store = new InMemorySessionStore(Lifetime.DEFAULT);
        try (Telephony own = Telephony.started(SETTINGS, domain -> domain.store(store), Operations.NONE)) {
            assertProblem(
                    own.post(own.internal("/start_communication"), "{\"purpose\":\"a\",\"auth_result\":\"\"}"),
                    400,
                    "invalid-auth-result");
            assertThat(store.oldestStart()).isEmpty();
        }
    }

    @Test
    void codesMayBeExhausted() {
        RandomGenerator alwaysTheSame = () -> 0;
        try (Telephony own = Telephony.started(SETTINGS, domain -> domain.random(alwaysTheSame), Operations.NONE)) {
            own.start("a");
            HttpResponse<String> second = own.post(own.internal("/start_communication"), "{\"purpose\":\"a\"}");
            assertProblem(second, 503, "codes-exhausted");
        }
    }

    @Test
    void theStoreMayBeAway() {
        RandomGenerator broken = () -> {
            throw new StoreUnavailable(new IllegalStateException("not to be shown"));
        };
        try (Telephony own = Telephony.started(SETTINGS, domain -> domain.random(broken), Operations.NONE)) {
            HttpResponse<String> response = own.post(own.internal("/start_communication"), "{\"purpose\":\"a\"}");
            assertProblem(response, 503, "store-unavailable");
            assertThat(response.headers().firstValue("Retry-After"))
                    .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-9][0-9]*"));
            assertThat(response.body()).doesNotContain("shown");
        }
    }

    private static HttpResponse<String> send(String body) {
        return telephony.post(telephony.internal("/start_communication"), body);
    }
}
