package nl.idcontact.telephony.app.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Asks a server, and fails when an answer is not as the OpenAPI document describes it. */
public final class CheckedClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CheckedAnswers answers = new CheckedAnswers();
    private final Map<Listener, URI> bases;

    private CheckedClient(Map<Listener, URI> bases) {
        this.bases = bases;
    }

    public static CheckedClient of(RunningApp app) {
        return new CheckedClient(Map.of(Listener.INTERNAL, app.internal(), Listener.PUBLIC, app.external()));
    }

    /** What has been seen so far, and what is described. */
    public CheckedAnswers answers() {
        return answers;
    }

    public HttpResponse<String> get(Listener listener, String path, String... headers) {
        return send(listener, "GET", path, "", headers);
    }

    public HttpResponse<String> post(Listener listener, String path, String body, String... headers) {
        return send(listener, "POST", path, body, headers);
    }

    /** @param headers names and values in turns */
    public HttpResponse<String> send(Listener listener, String method, String path, String body, String... headers) {
        return checked(listener, sendLater(listener, method, path, body, headers));
    }

    /** Like {@link #send}, for an answer that takes its time to end and is to be {@link #checked} then. */
    public CompletableFuture<HttpResponse<String>> sendLater(
            Listener listener, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(bases.get(listener).resolve(path))
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    /** Waits for an answer, and fails unless it is as described. */
    public HttpResponse<String> checked(Listener listener, CompletableFuture<HttpResponse<String>> later) {
        HttpResponse<String> answer = later.join();
        answers.check(Set.of(listener), answer);
        return answer;
    }

    /** An object of strings in JSON. */
    public static String object(Map<String, String> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer's body as JSON. */
    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
