package nl.idcontact.telephony.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.SessionSettings;
import nl.idcontact.telephony.domain.inmemory.InMemorySessionStore;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.http.HttpSettings.Access;
import nl.idcontact.telephony.http.HttpSettings.Limits;
import nl.idcontact.telephony.http.HttpSettings.ListenAddress;
import nl.idcontact.telephony.http.HttpSettings.Listeners;
import nl.idcontact.telephony.http.HttpSettings.Telephone;

/** A running server on free ports, with sessions in memory, and what its peers send to it. */
final class Telephony implements AutoCloseable {
    static final String SECRET = "a-link-secret-of-at-least-32-characters";
    static final HttpSettings SETTINGS = new HttpSettings(
            new Listeners(new ListenAddress("127.0.0.1", 0), new ListenAddress("127.0.0.1", 0)),
            new Telephone(URI.create("http://telephony:8000/"), "+31101234567", 1, Map.of("report_move", "0800123")),
            new Access(List.of(SECRET), true),
            PageSettings.NONE,
            new Limits(4, 100, Duration.ofMillis(3_500), 100));

    private static final ObjectMapper JSON = new ObjectMapper();

    final MovableClock clock = new MovableClock();
    final FakeOpener opener = new FakeOpener();
    final Vertx vertx = Vertx.vertx();
    final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final TelephonyServer server;
    final Listeners listeners;

    private Telephony(HttpSettings settings, UnaryOperator<SessionDomain.Builder> wiring, Operations operations) {
        SessionDomain domain = wiring.apply(SessionDomain.with(opener)
                        .store(new InMemorySessionStore(Lifetime.DEFAULT))
                        .settings(new SessionSettings(
                                10,
                                32,
                                new AttemptLimits(3, 0),
                                settings.access().releaseTokenRequired()))
                        .clock(clock))
                .build();
        server = new TelephonyServer(vertx, settings, domain, operations, clock);
        listeners = server.start();
    }

    static Telephony started() {
        return started(SETTINGS);
    }

    static Telephony started(HttpSettings settings) {
        return new Telephony(settings, UnaryOperator.identity(), Operations.NONE);
    }

    static Telephony started(
            HttpSettings settings, UnaryOperator<SessionDomain.Builder> wiring, Operations operations) {
        return new Telephony(settings, wiring, operations);
    }

    URI internal(String path) {
        return URI.create("http://127.0.0.1:" + listeners.internal().port() + path);
    }

    URI open(String path) {
        return URI.create("http://127.0.0.1:" + listeners.open().port() + path);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString(UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    HttpResponse<String> post(URI uri, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> get(URI uri, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Starts a session as the core does. */
    Started start(String purpose) {
        JsonNode answer = json(post(internal("/start_communication"), "{\"purpose\":\"" + purpose + "\"}"));
        String clientUrl = answer.get("client_url").asText();
        String attrUrl = answer.get("attr_url").asText();
        return new Started(
                clientUrl.substring(clientUrl.lastIndexOf(',') + 1),
                URI.create(attrUrl).getPath());
    }

    HttpResponse<String> report(Started session, String token) {
        return post(internal(session.resultPath()), token);
    }

    HttpResponse<String> link(String dtmf, String call) {
        String body = "{\"dtmf\":\"" + dtmf + "\",\"sessionid\":\"" + call + "\"}";
        return post(open("/link_phone"), body, "Authorization", "Bearer " + SECRET, "Content-Type", "application/json");
    }

    /** The release token of a link that succeeds. */
    String linked(String dtmf, String call) {
        return json(link(dtmf, call)).get("release_token").asText();
    }

    HttpResponse<String> info(String call, String token) {
        return get(session(call, ""), "Authorization", "Bearer " + token);
    }

    URI session(String call, String rest) {
        return open("/session_info/" + URLEncoder.encode(call, UTF_8).replace("+", "%20") + rest);
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException malformed) {
            throw new AssertionError("Not JSON: " + response.body(), malformed);
        }
    }

    /** A session that was started: its code, and the path of its {@code attr_url}. */
    record Started(String dtmf, String resultPath) {}

    @Override
    public void close() {
        server.stop(Duration.ZERO, Duration.ofSeconds(1));
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
