package nl.idcontact.telephony.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.app.support.Answer;
import nl.idcontact.telephony.app.support.Peers;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.http.jose.testing.TokenDraft;

/** The core and the auth plugin: their requests, with real tokens, each a step of the story. */
final class CoreAndAuthPlugin {
    /** What the auth plugin tells of the resident. Nobody has this number: it is one for tests. */
    private static final List<Map.Entry<String, String>> RESIDENT = List.of(
            Map.entry("full_name", "Sanne de Vries"),
            Map.entry("birthdate", "12-04-1984"),
            Map.entry("bsn", "999993653"),
            Map.entry("address", "Voorbeeldstraat 12"),
            Map.entry("postal_code", "1234 AB"),
            Map.entry("city", "Voorbeeldstad"));

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A session as the core gets it.
     *
     * @param phonenumber where the resident calls
     * @param code what is keyed in there
     * @param resultPath where the auth plugin delivers
     */
    record Session(String phonenumber, String code, String resultPath) {}

    private final RunningApp app;
    private final Peers peers;
    private final Story story;

    CoreAndAuthPlugin(RunningApp app, Story story) {
        this.app = app;
        this.peers = Peers.of(app);
        this.story = story;
    }

    /** Steps 1 to 3: the core starts a session. */
    Session start(String purpose) throws IOException {
        Map<String, String> wish = Map.of("purpose", purpose);
        Answer answer = peers.start(wish);
        story.step(1, wire("/start_communication", JSON.writeValueAsString(wish), answer));
        story.step(2);
        story.step(3);
        return new Session(answer.phonenumber(), answer.code(), answer.resultPath());
    }

    /** Steps 4 and 5: the auth plugin delivers what came of the login. */
    void deliver(Session session, boolean succeeded) throws IOException {
        TokenDraft draft = app.tokens().token(Instant.now());
        String token =
                succeeded ? withAttributes(draft).compact() : draft.failed().compact();
        Answer answer = peers.result(session.resultPath(), token);
        story.step(4, wire(session.resultPath(), token, answer));
        if (answer.status() == 200) {
            story.step(5);
        }
    }

    private static Wire wire(String path, String sent, Answer answer) {
        return new Wire("POST", path, answer.status(), sent, answer.response().body());
    }

    private static TokenDraft withAttributes(TokenDraft draft) {
        TokenDraft filled = draft;
        for (Map.Entry<String, String> attribute : RESIDENT) {
            filled = filled.attribute(attribute.getKey(), attribute.getValue());
        }
        return filled;
    }
}
