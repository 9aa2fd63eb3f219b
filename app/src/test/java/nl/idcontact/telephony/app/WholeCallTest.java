package nl.idcontact.telephony.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import nl.idcontact.telephony.app.support.RunningApp;
import org.junit.jupiter.api.Test;

/** The main job, over HTTP on a real PostgreSQL with real tokens: start, result, link, read. */
class WholeCallTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void an_agent_sees_the_verified_attributes_of_the_caller() throws Exception {
        try (RunningApp app = RunningApp.start()) {
            JsonNode session =
                    json(post(app.internal().resolve("/start_communication"), "{\"purpose\": \"report_move\"}"));
            String code = session.get("client_url").textValue().replaceFirst("tel:\\+31101234567,", "");
            assertThat(code).matches("[0-9]{10}");

            String path = URI.create(session.get("attr_url").textValue()).getPath();
            String token = app.tokens()
                    .token(Instant.now())
                    .attribute("email", "jan@example.nl")
                    .compact();
            assertThat(post(app.internal().resolve(path), token).statusCode()).isEqualTo(200);

            JsonNode link = json(link(app, code, "call-1"));
            assertThat(link.get("purpose").textValue()).isEqualTo("report_move");

            JsonNode shown = json(read(app, "call-1", link.get("release_token").textValue()));
            assertThat(shown.at("/auth_result/status").textValue()).isEqualTo("succes");
            assertThat(shown.at("/auth_result/attributes/email").textValue()).isEqualTo("jan@example.nl");

            app.stop();
            app.startAgain();
            assertThat(json(read(app, "call-1", link.get("release_token").textValue())))
                    .isEqualTo(shown);
        }
    }

    @Test
    void the_original_peers_are_served_unchanged() throws Exception {
        Map<String, String> compatible =
                Map.of("IDCONTACT_LINK_AUTHENTICATION", "none", "IDCONTACT_RELEASE_TOKEN", "off");
        try (RunningApp app = RunningApp.start(compatible)) {
            String token =
                    app.tokens().token(Instant.now()).attribute("email", "bla").compact();
            String start = JSON.writeValueAsString(Map.of("purpose", "report_move", "auth_result", token));
            JsonNode session = json(post(app.internal().resolve("/start_communication"), start));
            assertThat(session.has("attr_url")).isFalse();

            String code = session.get("client_url").textValue().replaceFirst(".*,", "");
            String body = JSON.writeValueAsString(Map.of("dtmf", code, "sessionid", "call 1/ä"));
            assertThat(post(app.external().resolve("/link_phone"), body).statusCode())
                    .isEqualTo(200);

            HttpResponse<String> shown =
                    send(HttpRequest.newBuilder(app.external().resolve("/session_info/call%201%2F%C3%A4")));
            assertThat(json(shown).at("/auth_result/attributes/email").textValue())
                    .isEqualTo("bla");
        }
    }

    private HttpResponse<String> link(RunningApp app, String code, String call) throws Exception {
        String body = JSON.writeValueAsString(Map.of("dtmf", code, "sessionid", call));
        return send(HttpRequest.newBuilder(app.external().resolve("/link_phone"))
                .header("Authorization", "Bearer " + RunningApp.LINK_SECRET)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> read(RunningApp app, String call, String token) throws Exception {
        return send(HttpRequest.newBuilder(app.external().resolve("/session_info/" + call))
                .header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> post(URI address, String body) throws Exception {
        return send(HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
