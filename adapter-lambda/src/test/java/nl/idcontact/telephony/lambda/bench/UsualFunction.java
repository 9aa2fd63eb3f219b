package nl.idcontact.telephony.lambda.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The function as one would write it first: the runtime's own JSON, Jackson and {@code java.net.http}. */
public final class UsualFunction implements RequestHandler<Map<String, Object>, Map<String, String>> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    @Override
    public Map<String, String> handleRequest(Map<String, Object> event, Context context) {
        try {
            Map<?, ?> details = (Map<?, ?>) event.get("Details");
            Map<?, ?> parameters = (Map<?, ?>) details.get("Parameters");
            Map<?, ?> contact = (Map<?, ?>) details.get("ContactData");
            byte[] body = JSON.writeValueAsBytes(
                    Map.of("dtmf", parameters.get("dtmf"), "sessionid", contact.get("ContactId")));
            HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("CALL_URL")))
                    .timeout(Duration.ofSeconds(6))
                    .header("Authorization", "Bearer " + System.getenv("LINK_SECRET"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            JsonNode reply = JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body());
            return Map.of(
                    "linked", "true",
                    "purpose", reply.path("purpose").asText(),
                    "releaseToken", reply.path("release_token").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
