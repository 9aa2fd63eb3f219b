package nl.idcontact.telephony.app.demo;

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
import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.http.jose.testing.TokenDraft;

/** The core and the auth plugin, as far as the server knows them: their requests, with real tokens. */
final class Peers {
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
     * @param clientUrl where the resident goes: number and code
     * @param attrUrl where the auth plugin delivers
     */
    record Session(String clientUrl, URI attrUrl) {
        String phonenumber() {
            return clientUrl.substring("tel:".length()).replaceFirst(",.*", "");
        }

        String code() {
            return clientUrl.replaceFirst("[^,]*,+", "");
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningApp app;
    private final Story story;

    Peers(RunningApp app, Story story) {
        this.app = app;
        this.story = story;
    }

    /** Steps 1 to 3: the core starts a session. */
    Session start(String purpose) throws IOException {
        String wish = JSON.writeValueAsString(Map.of("purpose", purpose));
        HttpResponse<String> answer = post(app.internal().resolve("/start_communication"), wish);
        story.step(1, new Wire("POST", "/start_communication", answer.statusCode(), wish, answer.body()));
        JsonNode session = JSON.readTree(answer.body());
        story.step(2);
        story.step(3);
        return new Session(
                session.get("client_url").textValue(),
                URI.create(session.get("attr_url").textValue()));
    }

    /** Steps 4 and 5: the auth plugin delivers what came of the login. */
    void deliver(Session session, boolean succeeded) throws IOException {
        TokenDraft draft = app.tokens().token(Instant.now());
        String token =
                succeeded ? withAttributes(draft).compact() : draft.failed().compact();
        String path = session.attrUrl().getPath();
        HttpResponse<String> answer = post(app.internal().resolve(path), token);
        story.step(4, new Wire("POST", path, answer.statusCode(), token, answer.body()));
        if (answer.statusCode() == 200) {
            story.step(5);
        }
    }

    private static TokenDraft withAttributes(TokenDraft draft) {
        TokenDraft filled = draft;
        for (Map.Entry<String, String> attribute : RESIDENT) {
            filled = filled.attribute(attribute.getKey(), attribute.getValue());
        }
        return filled;
    }

    private HttpResponse<String> post(URI address, String body) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
