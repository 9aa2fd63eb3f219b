package nl.idcontact.telephony.lambda;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import nl.idcontact.telephony.lambda.flow.Contact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A backend that fails, refuses or is slow: always an exception in time, which tells nothing. */
class BackendTroubleTest {
    private static final String CODE = "1234567890";
    private static final String LINKED = "{\"purpose\":\"p\",\"release_token\":\"t\"}";
    private static final long PATIENCE_MILLIS = 700;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"type\":\"urn:id-contact:telephony:malformed-request\",\"detail\":\"1234567890\"}",
                "401 | {\"type\":\"urn:id-contact:telephony:unauthorized\"}",
                "403 | no",
                "404 | <html>no such page 1234567890</html>",
                "404 | {\"type\":\"urn:id-contact:telephony:not-found\"}",
                "404 | {\"attempts_left\":\"two\"}",
                "404 | {\"attempts_left\":-1}",
                "500 | {\"type\":\"urn:id-contact:telephony:internal-error\"}",
                "502 | bad gateway",
                "204 |",
                "200 |",
                "200 | {}",
                "200 | []",
                "200 | <html>welcome 1234567890</html>",
                "200 | {\"purpose\":\"p\",\"release_token\":\"\"}",
                "200 | {\"purpose\":\"p\",\"release_token\":7}",
                "200 | {\"release_token\":\"t\"}",
                "200 | {\"purpose\":\"p\",\"release_token\":\"t\"} {}",
            })
    void anythingElseIsAnException(int status, String body) throws IOException {
        try (StubBackend backend = new StubBackend().answering(status, body == null ? "" : body)) {
            assertTellsNothing(failure(backend.url()), Integer.toString(status));
            assertThat(backend.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void redirectsAreNotFollowed(int status) throws IOException {
        try (StubBackend elsewhere = new StubBackend().answering(200, LINKED);
                StubBackend backend = new StubBackend().answering(status, "", Map.of("Location", elsewhere.url()))) {
            assertTellsNothing(failure(backend.url()), Integer.toString(status));
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void aHugeAnswerIsNotReadToItsEnd() throws IOException {
        String start = "HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n{\"purpose\":\"";
        try (RawBackend backend = new RawBackend((raw, out) -> {
            out.write(start.getBytes(US_ASCII));
            byte[] much = new byte[8192];
            while (true) {
                out.write(much);
            }
        })) {
            assertTellsNothing(failure(backend.url()), "longer than 65536 bytes");
        }
    }

    static RawBackend[] slowBackends() throws IOException {
        String ok = "HTTP/1.1 200 OK\r\n";
        return new RawBackend[] {
            RawBackend.silent(),
            RawBackend.dripping("HTTP/1.1 200 O", "K"),
            RawBackend.dripping(ok, "X-Drop: 1\r\n"),
            RawBackend.dripping(ok + "Content-Length: 9000\r\n\r\n{", " "),
            RawBackend.dripping(ok + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n"),
            RawBackend.dripping(ok + "Transfer-Encoding: chunked\r\n\r\n1;x=", "x"),
            RawBackend.dripping("HTTP/1.1 503 Busy\r\nContent-Length: 9000\r\n\r\n{", " "),
        };
    }

    @ParameterizedTest
    @MethodSource("slowBackends")
    void anAnswerThatIsNotWholeInTimeIsAnExceptionAndNeverRepeated(RawBackend backend) throws IOException {
        try (backend) {
            long begin = System.nanoTime();
            Throwable failure = failure(backend.url());

            assertTellsNothing(failure, "has not answered in full");
            assertThat(Duration.ofNanos(System.nanoTime() - begin).toMillis())
                    .isBetween(PATIENCE_MILLIS - 100, PATIENCE_MILLIS + 3_000);
            assertThat(backend.requests()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatBreaksAfterTheRequestIsNotRepeated() throws IOException {
        try (RawBackend backend = RawBackend.hangingUp()) {
            assertTellsNothing(failure(backend.url()), "broke off");
            assertThat(backend.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + LINKED,
                "HTTP/1.1 404 Not Found\r\nContent-Length: 500\r\n\r\n{\"attempts_left\":0}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1F4\r\n" + LINKED
            })
    void anAnswerThatIsCutOffIsAnExceptionThoughItReadsLikeAWholeOne(String answer) throws IOException {
        try (RawBackend backend = new RawBackend((raw, out) -> out.write(answer.getBytes(US_ASCII)))) {
            assertTellsNothing(failure(backend.url()), "broke off");
            assertThat(backend.requests()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatIsNotHttpIsAnException() throws IOException {
        try (RawBackend backend =
                new RawBackend((raw, out) -> out.write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(US_ASCII)))) {
            assertTellsNothing(failure(backend.url()), "");
            assertThat(backend.requests()).isEqualTo(1);
        }
    }

    @Test
    void aBusyBackendIsAskedAgain() throws IOException {
        try (StubBackend backend = new StubBackend()
                .answering(503, "{}", Map.of("Retry-After", "1"))
                .answering(503, "")
                .answering(200, LINKED)) {
            assertThat(link(backend.url(), LinkService.WHOLE_ANSWER_MILLIS)).containsEntry("linked", "true");
            assertThat(backend.requests()).hasSize(3);
        }
    }

    @Test
    void aBackendThatStaysBusyIsAnExceptionInTime() throws IOException {
        try (StubBackend backend = new StubBackend().answering(503, "")) {
            assertTellsNothing(failure(backend.url()), "503");
            assertThat(backend.requests()).hasSizeBetween(2, 4);
        }
    }

    @Test
    void aBackendThatComesUpInTimeIsReached() throws Exception {
        int port = freePort();
        Thread later = new Thread(() -> answerOnce(port));
        Throwable[] result = new Throwable[1];
        Thread caller = new Thread(() -> result[0] = failure("http://localhost:" + port + "/link_phone"));
        caller.start();
        // The first attempt has been refused when the caller waits for its next one.
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .anyMatch(t -> t.getName().equals("link") && t.getState() == Thread.State.TIMED_WAITING));
        later.start();
        caller.join();
        later.join();

        assertThat(result[0]).isNull();
    }

    @Test
    void aBackendThatIsAwayIsAnException() throws IOException {
        assertTellsNothing(failure("http://localhost:" + freePort() + "/link_phone"), "could not be reached");
        assertTellsNothing(failure("http://no-such-host.invalid/link_phone"), "could not be reached");
    }

    private static void answerOnce(int port) {
        try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            for (int c = in.read(); c >= 0 && c != '}'; c = in.read()) {}
            socket.getOutputStream()
                    .write(("HTTP/1.1 200 OK\r\nContent-Length: " + LINKED.length() + "\r\n\r\n" + LINKED)
                            .getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Map<String, String> link(String url, long patienceMillis) {
        Settings settings = Settings.of(Map.of("CALL_URL", url, "LINK_SECRET", StubBackend.SECRET));
        return new LinkPhoneFunction(new LinkService(settings, patienceMillis))
                .handleRequest(Contact.incoming("contact-1").event(Map.of("dtmf", CODE)), null);
    }

    private static Throwable failure(String url) {
        return catchThrowable(() -> link(url, PATIENCE_MILLIS));
    }

    private static void assertTellsNothing(Throwable failure, String message) {
        StringWriter everything = new StringWriter();
        failure.printStackTrace(new PrintWriter(everything));
        assertThat(failure).isInstanceOf(BackendFailure.class).hasMessageContaining(message);
        assertThat(everything.toString()).doesNotContain(CODE, StubBackend.SECRET, "contact-1");
    }
}
