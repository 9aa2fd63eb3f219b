package nl.idcontact.telephony.http;

import static nl.idcontact.telephony.http.ProblemAssert.assertProblem;
import static nl.idcontact.telephony.http.Telephony.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import nl.idcontact.telephony.domain.SessionSettings;
import nl.idcontact.telephony.domain.inmemory.InMemorySessionStore;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.secrecy.StorageKeys;
import nl.idcontact.telephony.http.HttpSettings.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an agent's page is told without asking again. */
@Timeout(60)
class EventStreamTest {
    private final AtomicBoolean storeIsAway = new AtomicBoolean();
    private Telephony telephony;

    @BeforeEach
    void start() {
        HttpSettings few = new HttpSettings(
                SETTINGS.listeners(),
                SETTINGS.telephone(),
                SETTINGS.access(),
                SETTINGS.pages(),
                new Limits(4, 100, Duration.ofMillis(3_500), 2));
        SessionStore store = Stores.sometimesAway(new InMemorySessionStore(Lifetime.DEFAULT), storeIsAway::get);
        telephony = Telephony.started(few, domain -> domain.store(store), Operations.NONE);
    }

    @AfterEach
    void stop() {
        telephony.close();
    }

    @Test
    void showsTheSessionAtOnceAndAfterEveryChange() throws IOException {
        var session = telephony.start("report_move");
        String token = telephony.linked(session.dtmf(), "call");
        try (Stream stream = open("call", token)) {
            assertThat(stream.head.statusCode()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream");
            assertThat(stream.header("Cache-Control")).contains("no-store", "no-transform");
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(stream.line()).isEqualTo("event: session");
            assertThat(stream.line())
                    .isEqualTo("data: " + telephony.info("call", token).body());
            assertThat(stream.line()).isEmpty();

            telephony.post(telephony.session("call", "/activity"), "", "Authorization", "Bearer " + token);
            telephony.report(session, telephony.opener.succeeded("login", Map.of("email", "e@example.com")));
            assertThat(stream.line()).isEqualTo("event: session");
            assertThat(stream.line())
                    .isEqualTo("data: " + telephony.info("call", token).body())
                    .contains("e@example.com");
            assertThat(stream.line()).isEmpty();
        }
    }

    @Test
    void endsWithTheSession() throws IOException {
        String token = telephony.linked(telephony.start("report_move").dtmf(), "call");
        try (Stream stream = open("call", token)) {
            stream.skipEvent();
            telephony.post(telephony.session("call", "/logout"), "", "Authorization", "Bearer " + token);
            stream.expectEnd();
        }
    }

    /** Its head says so, and a reader without chunks has no other end mark. */
    @Test
    void endsWithTheConnection() {
        String token = telephony.linked(telephony.start("report_move").dtmf(), "call");
        URI events = telephony.session("call", "/events");
        try (RawClient client = new RawClient(events)) {
            client.send("GET " + events.getPath()
                    + " HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\nAuthorization: Bearer " + token + "\r\n\r\n");
            client.readUntil("event: session");
            telephony.post(telephony.session("call", "/logout"), "", "Authorization", "Bearer " + token);
            Instant ended = Instant.now();

            assertThat(client.readAll()).contains("event: ended");
            assertThat(Instant.now()).isBefore(ended.plusSeconds(5));
        }
    }

    @Test
    void endsWhenTheSessionExpires() throws IOException {
        String token = telephony.linked(telephony.start("report_move").dtmf(), "call");
        try (Stream stream = open("call", token)) {
            stream.skipEvent();
            telephony.clock.forward(Duration.ofHours(1));
            stream.expectEnd();
        }
        await().until(() -> telephony.server.openStreams() == 0);
    }

    @Test
    void survivesTheStoreAndGoesOn() throws IOException {
        var session = telephony.start("report_move");
        String token = telephony.linked(session.dtmf(), "call");
        try (Stream stream = open("call", token)) {
            stream.skipEvent();
            Instant silentSince = Instant.now();
            storeIsAway.set(true);
            HttpResponse<String> refused = telephony.info("call", token);
            assertProblem(refused, 503, "store-unavailable");
            assertThat(stream.line()).as("a heartbeat meanwhile").isEqualTo(":");
            assertThat(Instant.now()).isBetween(silentSince.plusSeconds(7), silentSince.plusSeconds(15));
            assertThat(stream.line()).isEmpty();
            storeIsAway.set(false);
            telephony.report(session, telephony.opener.failed("login"));
            assertThat(stream.line()).isEqualTo("event: session");
            assertThat(stream.line()).contains("\"failed\"");
        }
    }

    @Test
    void endsOnTimeWhileTheStoreIsAway() throws IOException {
        String token = telephony.linked(telephony.start("report_move").dtmf(), "call");
        try (Stream stream = open("call", token)) {
            stream.skipEvent();
            storeIsAway.set(true);
            telephony.clock.forward(Duration.ofHours(1).plusSeconds(1));
            stream.expectEnd();
        }
    }

    @Test
    void theirNumberIsBounded() throws IOException {
        String token = telephony.linked(telephony.start("report_move").dtmf(), "call");
        try (Stream one = open("call", token);
                Stream two = open("call", token)) {
            one.skipEvent();
            two.skipEvent();
            assertThat(telephony.server.openStreams()).isEqualTo(2);
            HttpResponse<String> third =
                    telephony.get(telephony.session("call", "/events"), "Authorization", "Bearer " + token);
            assertProblem(third, 503, "too-many-streams");
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void aStoppingServerSendsReadersElsewhere() throws IOException {
        String token = telephony.linked(telephony.start("report_move").dtmf(), "call");
        try (Stream stream = open("call", token)) {
            stream.skipEvent();
            telephony.server.stop(Duration.ofMillis(1), Duration.ofSeconds(5));
            assertThat(stream.line()).isEqualTo("retry: 1000");
            assertThat(stream.line()).isEmpty();
            assertThat(stream.lines.readLine()).isNull();
        }
    }

    @Test
    void anotherInstanceTellsToo() throws IOException {
        SessionStore shared = new InMemorySessionStore(Lifetime.DEFAULT);
        SessionSettings settings = SessionSettings.DEFAULT;
        byte[] key = new byte[32];
        UnaryOperator<nl.idcontact.telephony.domain.SessionDomain.Builder> wiring =
                domain -> domain.store(shared).settings(settings).keys(StorageKeys.derivedFrom(List.of(key)));
        try (Telephony one = Telephony.started(SETTINGS, wiring, Operations.NONE);
                Telephony other = Telephony.started(SETTINGS, wiring, Operations.NONE)) {
            var session = one.start("report_move");
            String token = other.linked(session.dtmf(), "call");
            try (Stream stream = open(one, "call", token)) {
                stream.skipEvent();
                other.report(session, other.opener.failed("login"));
                assertThat(stream.line()).isEqualTo("event: session");
                stream.line();
                stream.line();
                other.post(other.session("call", "/logout"), "", "Authorization", "Bearer " + token);
                stream.expectEnd();
            }
        }
    }

    /** As when another instance has a key already that this one lacks. */
    @Test
    void aSessionThatCannotBeReadDoesNotKeepTheOthersFromBeingTold() throws IOException {
        SessionStore shared = new InMemorySessionStore(Lifetime.DEFAULT);
        byte[] known = new byte[32];
        byte[] unknown = new byte[32];
        unknown[0] = 1;
        try (Telephony one = Telephony.started(
                        SETTINGS,
                        domain -> domain.store(shared).keys(StorageKeys.derivedFrom(List.of(known))),
                        Operations.NONE);
                Telephony ahead = Telephony.started(
                        SETTINGS,
                        domain -> domain.store(shared).keys(StorageKeys.derivedFrom(List.of(unknown, known))),
                        Operations.NONE)) {
            var readable = one.start("report_move");
            var unreadable = one.start("report_move");
            try (Stream told = open(one, "told", one.linked(readable.dtmf(), "told"));
                    Stream lost = open(one, "lost", one.linked(unreadable.dtmf(), "lost"))) {
                told.skipEvent();
                lost.skipEvent();
                ahead.report(unreadable, ahead.opener.failed("login"));
                assertThat(lost.line()).isEqualTo("retry: 1000");
                one.report(readable, one.opener.failed("login"));
                assertThat(told.line()).isEqualTo("event: session");
            }
        }
    }

    private Stream open(String call, String token) {
        return open(telephony, call, token);
    }

    private static Stream open(Telephony telephony, String call, String token) {
        HttpRequest request = HttpRequest.newBuilder(telephony.session(call, "/events"))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return new Stream(telephony.client.send(request, BodyHandlers.ofInputStream()));
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    /** An open stream, read line by line. */
    private static final class Stream implements AutoCloseable {
        private final HttpResponse<java.io.InputStream> head;
        private final BufferedReader lines;

        Stream(HttpResponse<java.io.InputStream> head) {
            this.head = head;
            this.lines = new BufferedReader(new InputStreamReader(head.body(), StandardCharsets.UTF_8));
        }

        String header(String name) {
            return head.headers().firstValue(name).orElseThrow();
        }

        String line() throws IOException {
            String line = lines.readLine();
            assertThat(line).as("the stream goes on").isNotNull();
            return line;
        }

        void skipEvent() throws IOException {
            while (!line().isEmpty()) {
                assertThat(head.statusCode()).isEqualTo(200);
            }
        }

        void expectEnd() throws IOException {
            assertThat(line()).isEqualTo("event: ended");
            assertThat(line()).isEqualTo("data: {}");
            assertThat(line()).isEmpty();
            assertThat(lines.readLine()).isNull();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
