package nl.idcontact.telephony.app.demo;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.idcontact.telephony.app.support.Answer;
import nl.idcontact.telephony.app.support.Follower;
import nl.idcontact.telephony.app.support.Peers;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.lambda.LinkPhoneFunction;
import nl.idcontact.telephony.lambda.flow.Caller;
import nl.idcontact.telephony.lambda.flow.Contact;
import nl.idcontact.telephony.lambda.flow.ContactFlow;
import nl.idcontact.telephony.lambda.flow.FlowInterpreter;
import nl.idcontact.telephony.lambda.flow.FlowResult;

/**
 * The whole flow once, each step printed as it happens, with real HTTP, real tokens, the delivered contact flow and the real Lambda
 * handler. A step that does not come out as it must ends it with {@link StepFailed}.
 */
final class TwelveSteps {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RunningApp app;
    private final Peers peers;
    private final StoredRow stored;
    private final PrintStream out;
    private final String contactId = UUID.randomUUID().toString();

    TwelveSteps(RunningApp app, PrintStream out) {
        this.app = app;
        this.peers = Peers.of(app);
        this.stored = new StoredRow(app);
        this.out = out;
    }

    void run() throws IOException {
        Answer session = start();
        logIn(session.resultPath());
        FlowResult call = call(session.phonenumber(), session.code());
        show(call.attributes());
    }

    private Answer start() throws IOException {
        print(1, "The ID Contact core starts a session: POST /start_communication {\"purpose\": \"report_move\"}");
        Answer session = peers.start(Map.of("purpose", "report_move"));
        check(session.status() == 200, "the server answered " + session.status());
        check(stored.purpose().equals("report_move"), "the purpose was not stored");
        print(2, "The server makes a DTMF code and stores its keyed hash with the purpose " + stored.purpose());
        print(
                3,
                "It answers with the phone URL "
                        + session.json().path("client_url").asText());
        out.println(
                "   and the attribute URL " + session.json().path("attr_url").asText());
        return session;
    }

    private void logIn(String resultPath) throws IOException {
        String token = app.tokens()
                .token(Instant.now())
                .attribute("full_name", "Sanne de Vries")
                .attribute("email", "sanne@example.nl")
                .compact();
        print(4, "The auth plugin posts the encrypted auth result there, " + token.length() + " characters");
        int status = peers.result(resultPath, token).status();
        check(status == 200, "the auth result was answered with " + status);
        check(!stored.sealedResult().contains("sanne"), "the auth result is readable in the database");
        print(
                5,
                "The server verifies it and stores it sealed, "
                        + stored.sealedResult().length() + " bytes that only the server can open");
    }

    private FlowResult call(String number, String code) {
        print(6, "The resident calls " + number);
        LinkPhoneFunction lambda = new LinkPhoneFunction(Map.of(
                "CALL_URL", app.external().resolve("/link_phone").toString(), "LINK_SECRET", RunningApp.LINK_SECRET));
        FlowInterpreter flow = new FlowInterpreter(ContactFlow.delivered(), event -> {
            Map<String, String> answer = lambda.handleRequest(event, null);
            print(
                    8,
                    "Its flow calls the Lambda, which posts the code and the phone session id " + contactId
                            + " to the server: linked=" + answer.get("linked"));
            return answer;
        });
        FlowResult result = flow.run(Contact.incoming(contactId), caller(code));
        check(stored.isLinked(), "the call was not linked");
        print(9, "The server has linked the two, and made a release token");
        check(result.queue().isPresent(), "the caller was lost");
        print(10, "The flow puts the caller into the queue, and an agent gets the call");
        return result;
    }

    private Caller caller(String code) {
        return new Caller() {
            @Override
            public void hears(String text) {}

            @Override
            public String keysIn(String prompt) {
                print(7, "Amazon Connect asks: \"" + prompt + "\" – the phone keys in " + code);
                return code;
            }
        };
    }

    private void show(Map<String, String> contact) throws IOException {
        String token = contact.getOrDefault("idContactReleaseToken", "");
        String shortened = token.substring(0, Math.min(6, token.length())) + "…";
        print(11, "The agent's page tells the iframe: /attribute-ui/?session=" + contactId + "#token=" + shortened);
        try (Follower iframe = peers.follow(contactId, token)) {
            check(iframe.status() == 200, "the iframe was answered " + iframe.status());
            JsonNode shown = JSON.readTree(firstData(iframe));
            check(shown.at("/auth_result/status").asText().equals("succes"), "the attributes were not released");
            print(
                    12,
                    "The iframe asks the server, follows every change, and shows: "
                            + shown.at("/auth_result/attributes"));
        }
    }

    private static String firstData(Follower iframe) {
        await().atMost(PATIENCE).until(() -> iframe.isOver() || iframe.hasSeen("data:"));
        return iframe.lines().stream()
                .filter(line -> line.startsWith("data:"))
                .findFirst()
                .orElseThrow(() -> new StepFailed("the event stream ended before its first event"))
                .substring("data:".length());
    }

    private void print(int step, String what) {
        out.println(step + ". " + what);
    }

    private static void check(boolean asItMustBe, String otherwise) {
        if (!asItMustBe) {
            throw new StepFailed(otherwise);
        }
    }

    /** A step did not come out as it must. */
    static final class StepFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StepFailed(String what) {
            super(what);
        }
    }
}
