package nl.idcontact.telephony.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.lambda.LinkPhoneFunction;
import nl.idcontact.telephony.lambda.flow.Caller;
import nl.idcontact.telephony.lambda.flow.Contact;
import nl.idcontact.telephony.lambda.flow.ContactFlow;
import nl.idcontact.telephony.lambda.flow.FlowInterpreter;
import nl.idcontact.telephony.lambda.flow.FlowResult;
import nl.idcontact.telephony.lambda.runtime.LambdaProcess;
import nl.idcontact.telephony.lambda.runtime.MockRuntimeApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A call in Amazon Connect: the delivered flow, the function under the real runtime interface client, the real server. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS publishes its runtime interface client for Linux only")
class AmazonConnectTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HANDLER = LinkPhoneFunction.class.getName() + "::handleRequest";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_caller_who_errs_once_reaches_the_agent_with_a_token_that_releases_the_session() throws Exception {
        try (RunningApp app = RunningApp.start();
                MockRuntimeApi api = new MockRuntimeApi();
                LambdaProcess function = function(app, api)) {
            String code = newCode(app);

            FlowResult call = call(api, Contact.transferred("second-leg", "first-leg"), "0", code);

            assertThat(call.spoken().get(1)).contains("nog 2 keer");
            assertThat(call.queue()).isPresent();
            assertThat(call.attributes()).containsEntry("idContactPurpose", "report_move");
            String token = call.attributes().get("idContactReleaseToken");
            assertThat(status(app, "first-leg", token)).isEqualTo(200);
            assertThat(status(app, "second-leg", token)).isEqualTo(404);
            assertThat(function.log()).doesNotContain(code, token, RunningApp.LINK_SECRET);
        }
    }

    @Test
    void a_caller_without_a_code_reaches_the_agent_too_and_the_code_stays_free() throws Exception {
        try (RunningApp app = RunningApp.start();
                MockRuntimeApi api = new MockRuntimeApi();
                LambdaProcess function = function(app, api)) {
            String code = newCode(app);

            assertThat(call(api, Contact.incoming("silent"), "", "", "").attributes())
                    .isEmpty();
            FlowResult guessing = call(api, Contact.incoming("guessing"), "1", "2", "3");
            assertThat(guessing.attributes()).isEmpty();
            assertThat(guessing.spoken().get(2)).contains("nog 1 keer");
            assertThat(guessing.spoken().get(3)).contains("Zonder geldige code");
            assertThat(call(api, Contact.incoming("guessing"), code).attributes())
                    .isEmpty();

            assertThat(call(api, Contact.incoming("rightful"), code).attributes())
                    .containsKey("idContactReleaseToken");
            assertThat(function.process().isAlive()).isTrue();
        }
    }

    private static LambdaProcess function(RunningApp app, MockRuntimeApi api) {
        return LambdaProcess.start(
                api,
                Path.of(LambdaProcess.codeOf(LinkPhoneFunction.class)),
                HANDLER,
                Map.of(
                        "CALL_URL",
                        app.external().resolve("/link_phone").toString(),
                        "LINK_SECRET",
                        RunningApp.LINK_SECRET));
    }

    private static FlowResult call(MockRuntimeApi api, Contact contact, String... keys) {
        FlowInterpreter flow = new FlowInterpreter(ContactFlow.delivered(), event -> {
            MockRuntimeApi.Answer answer = api.invoke(JSON.writeValueAsString(event));
            assertThat(answer.failed()).as(answer.json()).isFalse();
            Map<String, String> members = new HashMap<>();
            JSON.readTree(answer.json())
                    .properties()
                    .forEach(member ->
                            members.put(member.getKey(), member.getValue().textValue()));
            return members;
        });
        Deque<String> left = new ArrayDeque<>(List.of(keys));
        return flow.run(contact, new Caller() {
            @Override
            public void hears(String text) {}

            @Override
            public String keysIn(String prompt) {
                return left.removeFirst();
            }
        });
    }

    private String newCode(RunningApp app) throws IOException, InterruptedException {
        URI start = app.internal().resolve("/start_communication");
        HttpRequest request = HttpRequest.newBuilder(start)
                .POST(BodyPublishers.ofString("{\"purpose\": \"report_move\"}"))
                .build();
        JsonNode session =
                JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        return session.get("client_url").textValue().replaceFirst(".*,", "");
    }

    private int status(RunningApp app, String call, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(app.external().resolve("/session_info/" + call))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }
}
