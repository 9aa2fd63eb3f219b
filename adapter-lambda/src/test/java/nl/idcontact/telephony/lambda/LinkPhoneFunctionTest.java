package nl.idcontact.telephony.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import nl.idcontact.telephony.lambda.flow.Contact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of what the flow is told, row by row. */
class LinkPhoneFunctionTest {
    private static final String LINKED =
            "{\"purpose\":\"report_move\",\"release_token\":\"abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQ_0123456789\"}";
    private static final String CODE = "1234567890";

    private StubBackend backend;
    private LinkPhoneFunction function;

    @BeforeEach
    void start() throws IOException {
        backend = new StubBackend();
        function = new LinkPhoneFunction(Settings.of(backend.environment()));
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void aRightCodeLinks() {
        backend.answering(200, LINKED);

        assertThat(keyedIn(CODE))
                .isEqualTo(Map.of(
                        "linked", "true",
                        "purpose", "report_move",
                        "releaseToken", "abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQ_0123456789"));
    }

    @Test
    void theRequestIsTheOneOfTheBackendsApi() {
        backend.answering(200, LINKED);

        keyedIn(CODE);

        StubBackend.Request request = backend.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/link_phone");
        assertThat(request.body()).isEqualTo("{\"dtmf\":\"1234567890\",\"sessionid\":\"contact-1\"}");
        assertThat(request.header("Authorization")).isEqualTo("Bearer " + StubBackend.SECRET);
        assertThat(request.header("Content-type")).isEqualTo("application/json");
    }

    @Test
    void aWrongCodeTellsTheAttemptsLeft() {
        backend.answering(
                404, "{\"type\":\"urn:id-contact:telephony:unknown-code\",\"status\":404,\"attempts_left\":2}");

        assertThat(keyedIn(CODE)).isEqualTo(Map.of("linked", "false", "reason", "unknown_code", "attemptsLeft", "2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"404 | {\"attempts_left\":0}", "429 | {\"status\":429}", "429 | <html>slow down</html>", "429 |"})
    void withoutAttemptsLeftItSaysSo(int status, String body) {
        backend.answering(status, body == null ? "" : body);

        assertThat(keyedIn(CODE))
                .isEqualTo(Map.of("linked", "false", "reason", "too_many_attempts", "attemptsLeft", "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Timeout", "#*", "abc", "١٢٣٤٥٦"})
    void withoutADigitTheBackendIsNotAsked(String keyedIn) {
        assertThat(keyedIn(keyedIn)).isEqualTo(Map.of("linked", "false", "reason", "no_code"));
        assertThat(backend.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Details\":null}",
                "{\"Details\":{}}",
                "{\"Details\":[]}",
                "{\"Details\":{\"Parameters\":null,\"ContactData\":null}}",
                "{\"Details\":{\"Parameters\":{\"dtmf\":null},\"ContactData\":{\"Attributes\":{}}}}",
                "{\"Details\":{\"Parameters\":{\"dtmf\":{\"a\":1}},\"ContactData\":{\"ContactId\":\"c\"}}}",
            })
    void anEventWithoutACodeIsNoCode(String event) throws IOException {
        assertThat(answer(event)).isEqualTo("{\"linked\":\"false\",\"reason\":\"no_code\"}");
        assertThat(backend.requests()).isEmpty();
    }

    @Test
    void theContactAttributeIsTakenWhenThereIsNoParameter() {
        backend.answering(200, LINKED);
        Contact contact = Contact.incoming("contact-1");
        contact.attributes().put("dtmf", CODE);

        function.handleRequest(contact.event(Map.of()), null);

        assertThat(backend.requests().get(0).body()).contains(CODE);
    }

    @Test
    void theParameterGoesBeforeTheContactAttribute() {
        Contact contact = Contact.incoming("contact-1");
        contact.attributes().put("dtmf", CODE);

        assertThat(function.handleRequest(contact.event(Map.of("dtmf", "Timeout")), null))
                .containsEntry("reason", "no_code");
    }

    @Test
    void aTransferredCallIsKnownByItsFirstId() {
        backend.answering(200, LINKED);

        function.handleRequest(Contact.transferred("second", "first").event(Map.of("dtmf", CODE)), null);

        assertThat(backend.requests().get(0).body()).contains("\"sessionid\":\"first\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"InitialContactId\":null,", "\"InitialContactId\":\" \","})
    void withoutAFirstIdTheContactIdCounts(String initial) throws IOException {
        backend.answering(200, LINKED);

        answer("{\"Details\":{\"ContactData\":{" + initial + "\"ContactId\":\"own\"},\"Parameters\":{\"dtmf\":\"" + CODE
                + "\"}}}");

        assertThat(backend.requests().get(0).body()).contains("\"sessionid\":\"own\"");
    }

    @Test
    void withoutAnyIdItFails() {
        assertThatThrownBy(
                        () -> answer("{\"Details\":{\"ContactData\":{},\"Parameters\":{\"dtmf\":\"" + CODE + "\"}}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The event has neither an InitialContactId nor a ContactId");
        assertThat(backend.requests()).isEmpty();
    }

    @Test
    void onlyTheDigitsAreSent() {
        backend.answering(404, "{\"attempts_left\":1}");

        keyedIn(" 12-34 ab 56#");

        assertThat(backend.requests().get(0).body()).contains("\"dtmf\":\"123456\"");
    }

    @Test
    void threeHundredDigitsAreAWrongCode() {
        backend.answering(404, "{\"attempts_left\":1}");

        assertThat(keyedIn("7".repeat(300))).containsEntry("reason", "unknown_code");
        assertThat(backend.requests().get(0).body()).contains("\"dtmf\":\"" + "7".repeat(32) + "\"");
    }

    @Test
    void whatStandsInAnAnswerSurvivesTheWayToTheFlow() throws IOException {
        backend.answering(200, "{\"purpose\":\"a \\\"b\\\" \\u00e9\\n\\ud83d\\ude00\",\"release_token\":\"t\"}");

        assertThat(answer(new String(Json.write(Map.of("Details", "none")), UTF_8)))
                .contains("no_code");
        assertThat(keyedIn(CODE)).containsEntry("purpose", "a \"b\" é\n😀");
    }

    @Test
    void eventAndAnswerAreJson() throws IOException {
        backend.answering(200, LINKED);

        assertThat(answer("{\"Name\":\"ContactFlowEvent\",\"Details\":{\"ContactData\":{\"ContactId\":\"c\"},"
                        + "\"Parameters\":{\"dtmf\":\"" + CODE + "\"}}}"))
                .isEqualTo("{\"linked\":\"true\",\"purpose\":\"report_move\",\"releaseToken\":"
                        + "\"abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQ_0123456789\"}");
        assertThatThrownBy(() -> answer("[\"" + CODE + "\"")).hasMessage("Not a JSON object");
    }

    @Test
    void aWarmFunctionKeepsItsConnection() {
        backend.answering(404, "{\"attempts_left\":2}").answering(200, LINKED);

        keyedIn("1");
        keyedIn(CODE);

        assertThat(backend.requests()).hasSize(2);
        assertThat(backend.requests().get(1).client())
                .isEqualTo(backend.requests().get(0).client());
    }

    private Map<String, String> keyedIn(String dtmf) {
        return new HashMap<>(
                function.handleRequest(Contact.incoming("contact-1").event(Map.of("dtmf", dtmf)), null));
    }

    private String answer(String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, null);
        return answer.toString(UTF_8);
    }
}
