package nl.idcontact.telephony.http;

import static nl.idcontact.telephony.http.Telephony.SECRET;
import static nl.idcontact.telephony.http.Telephony.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import nl.idcontact.telephony.http.HttpSettings.Limits;
import nl.idcontact.telephony.http.HttpSettings.ListenAddress;
import nl.idcontact.telephony.http.HttpSettings.Listeners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** Random requests to every address: whatever comes, the answer is no 5xx. A failure names its seed. */
@Timeout(120)
class FuzzTest {
    private static final int REQUESTS = 2_500;
    private static final List<String> METHODS =
            List.of("GET", "POST", "POST", "POST", "PUT", "HEAD", "OPTIONS", "DELETE", "PATCH", "TRACE", "X");
    private static final List<String> PATHS = List.of(
            "/start_communication",
            "/session_result/" + "a".repeat(32),
            "/session_result/",
            "/clean_db",
            "/health/ready",
            "/metrics",
            "/link_phone",
            "/session_info/call",
            "/session_info/call/events",
            "/session_info/call/logout",
            "/session_info/call/activity",
            "/attribute-ui/",
            "/attribute-ui/settings.json",
            "/connect-ui/assets/index-abc.css",
            "/");
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "true",
            "1e9999",
            "-0",
            "\"purpose\"",
            "\"dtmf\"",
            "\"sessionid\"",
            "\"auth_result\"",
            "\"a\"",
            "\"12\"",
            "\\u0000",
            "\\ud800",
            "\u00ff\u00fe",
            "\u00c3\u00a9",
            "\u0000",
            " ",
            "\r\n",
            "\u00ed\u00a0\u0080",
            "e30.e30.e30.e30.e30",
            "%00",
            "%",
            "%2e%2e/",
            "/",
            "..",
            "?",
            "#",
            ";",
            "&",
            "=",
            "9");
    private static final List<String> HEADERS = List.of(
            "Authorization: Bearer " + SECRET,
            "Authorization: Bearer x",
            "authorization: BEARER \u00e9\u00ff",
            "Authorization:",
            "Content-Type: application/json",
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: multipart/form-data; boundary=x",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Type: \u00ff",
            "Accept-Encoding: gzip;q=x, ,;",
            "Cookie: a=b; ;=; $Version=x",
            "Content-Encoding: gzip",
            "If-None-Match: \",\"",
            "Range: bytes=9-1",
            "X-Request-Id: \u00ff",
            "traceparent: 00-x",
            "X-Forwarded-For: '\"",
            "Expect: miracles",
            "Connection: keep-alive, x",
            "Upgrade: websocket");

    @Test
    void nothingIsAServerError() throws IOException {
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(logged);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ListenAddress one = new ListenAddress("127.0.0.1", freePort());
        try (Telephony telephony = Telephony.started(new HttpSettings(
                new Listeners(one, one),
                SETTINGS.telephone(),
                SETTINGS.access(),
                SETTINGS.pages(),
                new Limits(4, 100, Duration.ofSeconds(3), 10, Duration.ofMillis(200))))) {
            telephony.linked(telephony.start("report_move").dtmf(), "call");
            int answered = 0;
            for (int i = 0; i < REQUESTS; i++) {
                boolean damaged = random.nextInt(10) == 0;
                String request = damaged ? damaged(random, request(random)) : request(random);
                try (RawClient client = new RawClient(telephony.open("/")).send(request)) {
                    // One that is damaged may be no whole request, or one that keeps its connection.
                    String answer = damaged ? client.finish().readAll() : client.readAll();
                    assertThat(RawClient.status(answer))
                            .as("seed %d, request %d: %s%nanswer: %s", seed, i, request, answer)
                            .isLessThan(500);
                    answered += RawClient.status(answer) > 0 ? 1 : 0;
                }
            }
            assertThat(answered).isGreaterThan(REQUESTS * 3 / 4);
            assertThat(telephony.start("report_move").dtmf()).as("alive").hasSize(10);
        } finally {
            root.detachAppender(logged);
        }
        assertThat(logged.list)
                .as("one line a request and nothing else, least of all a stack trace; seed %d", seed)
                .allMatch(event -> event.getLoggerName().endsWith(".http.access"));
    }

    private static String request(Random random) {
        String body = random.nextInt(3) == 0 ? json(random) : pieces(random, 12);
        StringBuilder request = new StringBuilder(pick(random, METHODS))
                .append(' ')
                .append(pick(random, PATHS))
                .append(random.nextInt(4) == 0 ? pieces(random, 3).replaceAll("[\r\n ]", "") : "")
                .append(" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
        for (int i = random.nextInt(5); i > 0; i--) {
            request.append(pick(random, HEADERS)).append("\r\n");
        }
        if (random.nextInt(4) == 0) {
            request.append("Transfer-Encoding: chunked\r\n\r\n")
                    .append(Integer.toHexString(body.length()))
                    .append("\r\n")
                    .append(body)
                    .append("\r\n0\r\n\r\n");
        } else {
            int wrong = random.nextInt(40) == 0 ? random.nextInt(5) - 2 : 0;
            request.append("Content-Length: ")
                    .append(body.length() + wrong)
                    .append("\r\n\r\n")
                    .append(body);
        }
        return request.toString();
    }

    private static String json(Random random) {
        return "{\"purpose\":\"" + pieces(random, 2).replace("\"", "") + "\",\"dtmf\":\"" + random.nextInt(100)
                + "\",\"sessionid\":\"" + pieces(random, 2).replace("\"", "") + "\",\"x\":" + pieces(random, 3) + "}";
    }

    private static String damaged(Random random, String request) {
        StringBuilder damaged = new StringBuilder(request);
        for (int i = random.nextInt(4); i >= 0; i--) {
            damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(256));
        }
        return damaged.toString();
    }

    private static String pieces(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(pick(random, PIECES));
        }
        return text.toString();
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
