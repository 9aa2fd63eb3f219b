package nl.idcontact.telephony.app;

import static nl.idcontact.telephony.app.support.CheckedClient.object;
import static nl.idcontact.telephony.app.support.Listener.INTERNAL;
import static nl.idcontact.telephony.app.support.Listener.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import nl.idcontact.telephony.app.support.CheckedClient;
import nl.idcontact.telephony.app.support.RunningApp;
import org.junit.jupiter.api.Test;

/** The main job, over HTTP on a real PostgreSQL with real tokens: start, result, link, read. */
class WholeCallTest {
    private static final String[] SECRET = {"Authorization", "Bearer " + RunningApp.LINK_SECRET};

    @Test
    void an_agent_sees_the_verified_attributes_of_the_caller() {
        try (RunningApp app = RunningApp.start()) {
            CheckedClient client = CheckedClient.of(app);
            JsonNode session = ok(client.post(INTERNAL, "/start_communication", "{\"purpose\": \"report_move\"}"));
            String code = session.get("client_url").textValue().replaceFirst("tel:\\+31101234567,", "");
            assertThat(code).matches("[0-9]{10}");

            String path = URI.create(session.get("attr_url").textValue()).getPath();
            String result = app.tokens()
                    .token(Instant.now())
                    .attribute("email", "jan@example.nl")
                    .compact();
            assertThat(client.post(INTERNAL, path, result).statusCode()).isEqualTo(200);

            String call = object(Map.of("dtmf", code, "sessionid", "call-1"));
            JsonNode link = ok(client.post(PUBLIC, "/link_phone", call, SECRET));
            assertThat(link.get("purpose").textValue()).isEqualTo("report_move");

            String[] token = {
                "Authorization", "Bearer " + link.get("release_token").textValue()
            };
            JsonNode shown = ok(client.get(PUBLIC, "/session_info/call-1", token));
            assertThat(shown.at("/auth_result/status").textValue()).isEqualTo("succes");
            assertThat(shown.at("/auth_result/attributes/email").textValue()).isEqualTo("jan@example.nl");

            app.stop();
            app.startAgain();
            assertThat(ok(client.get(PUBLIC, "/session_info/call-1", token))).isEqualTo(shown);
        }
    }

    @Test
    void the_original_peers_are_served_unchanged() {
        Map<String, String> compatible =
                Map.of("IDCONTACT_LINK_AUTHENTICATION", "none", "IDCONTACT_RELEASE_TOKEN", "off");
        try (RunningApp app = RunningApp.start(compatible)) {
            CheckedClient client = CheckedClient.of(app);
            String result =
                    app.tokens().token(Instant.now()).attribute("email", "bla").compact();
            String start = object(Map.of("purpose", "report_move", "auth_result", result));
            JsonNode session = ok(client.post(INTERNAL, "/start_communication", start));
            assertThat(session.has("attr_url")).isFalse();

            String code = session.get("client_url").textValue().replaceFirst(".*,", "");
            ok(client.post(PUBLIC, "/link_phone", object(Map.of("dtmf", code, "sessionid", "call 1/\u00e4"))));

            JsonNode shown = ok(client.get(PUBLIC, "/session_info/call%201%2F%C3%A4"));
            assertThat(shown.at("/auth_result/attributes/email").textValue()).isEqualTo("bla");
        }
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return CheckedClient.json(answer);
    }
}
