package nl.idcontact.telephony.app.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Plays everybody around the server: core, auth plugin, telephony side and the agent's page. Fails when an answer is not as the
 * OpenAPI document describes it.
 */
public final class Peers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final CheckedAnswers ANSWERS = new CheckedAnswers();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration STAMINA = Duration.ofSeconds(60);

    private final Supplier<Place> server;
    private final boolean patient;

    private Peers(Supplier<Place> server, boolean patient) {
        this.server = server;
        this.patient = patient;
    }

    /** The bases of both listeners' addresses. */
    public record Place(URI internal, URI external) {}

    /** Peers of one server. */
    public static Peers of(RunningApp app) {
        Place place = new Place(app.internal(), app.external());
        return new Peers(() -> place, false);
    }

    /** Peers of one server. */
    public static Peers of(AppProcess app) {
        Place place = new Place(app.internal(), app.external());
        return new Peers(() -> place, false);
    }

    /** Peers that are led to a server anew with each request. */
    public static Peers of(Supplier<Place> balancer) {
        return new Peers(balancer, false);
    }

    /** The same peers, who come back when they are asked to (503), for a minute. */
    public Peers patient() {
        return new Peers(server, true);
    }

    /** The core starts a session. */
    public Answer start() throws IOException {
        return start(Map.of("purpose", "report_move"));
    }

    /** The core starts a session, with any members. */
    public Answer start(Map<String, String> body) throws IOException {
        return send(Listener.INTERNAL, internal("/start_communication").POST(json(body)));
    }

    /** The auth plugin posts its result to the path of the {@code attr_url}. */
    public Answer result(String path, String token) throws IOException {
        return send(Listener.INTERNAL, internal(path).POST(BodyPublishers.ofString(token)));
    }

    /** An operator removes expired sessions. */
    public Answer cleanDb() throws IOException {
        return send(Listener.INTERNAL, internal("/clean_db").POST(BodyPublishers.noBody()));
    }

    /** A health check. */
    public Answer health(String path) throws IOException {
        return send(Listener.INTERNAL, internal(path));
    }

    /** The telephony side links a call. */
    public Answer link(String code, String call) throws IOException {
        return link(code, call, RunningApp.LINK_SECRET);
    }

    /** Somebody tries to link a call. */
    public Answer link(String code, String call, String secret) throws IOException {
        return send(
                Listener.PUBLIC,
                external("/link_phone")
                        .header("Authorization", "Bearer " + secret)
                        .POST(json(Map.of("dtmf", code, "sessionid", call))));
    }

    /** The agent's page asks once. */
    public Answer read(String call, String releaseToken) throws IOException {
        return send(Listener.PUBLIC, ofCall(call, "", releaseToken));
    }

    /** The agent logs the resident out. */
    public Answer logout(String call, String releaseToken) throws IOException {
        return send(Listener.PUBLIC, ofCall(call, "/logout", releaseToken).POST(BodyPublishers.noBody()));
    }

    /** The agent's page keeps the session alive. */
    public Answer activity(String call, String releaseToken) throws IOException {
        return send(Listener.PUBLIC, ofCall(call, "/activity", releaseToken).POST(BodyPublishers.noBody()));
    }

    /** The agent's page follows the call. */
    public Follower follow(String call, String releaseToken) throws IOException {
        HttpRequest request = ofCall(call, "/events", releaseToken).build();
        try {
            return new Follower(HTTP.send(request, BodyHandlers.ofLines()));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private HttpRequest.Builder internal(String path) {
        return HttpRequest.newBuilder(server.get().internal().resolve(path));
    }

    private HttpRequest.Builder external(String path) {
        return HttpRequest.newBuilder(server.get().external().resolve(path));
    }

    private HttpRequest.Builder ofCall(String call, String what, String releaseToken) {
        String id = URLEncoder.encode(call, StandardCharsets.UTF_8).replace("+", "%20");
        return external("/session_info/" + id + what).header("Authorization", "Bearer " + releaseToken);
    }

    private Answer send(Listener listener, HttpRequest.Builder request) throws IOException {
        long first = System.nanoTime();
        Answer answer = sendOnce(listener, request, false);
        while (patient && answer.status() == 503 && System.nanoTime() - first < STAMINA.toNanos()) {
            answer = sendOnce(listener, request, true);
        }
        return answer;
    }

    private static Answer sendOnce(Listener listener, HttpRequest.Builder request, boolean repeated)
            throws IOException {
        long sent = System.nanoTime();
        try {
            HttpResponse<String> response = HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            Duration took = Duration.ofNanos(System.nanoTime() - sent);
            ANSWERS.check(Set.of(listener), response);
            return new Answer(response, took, repeated);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static HttpRequest.BodyPublisher json(Map<String, String> body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException();
    }
}
