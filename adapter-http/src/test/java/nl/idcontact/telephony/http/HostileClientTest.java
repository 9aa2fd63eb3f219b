package nl.idcontact.telephony.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no proper client sends. */
class HostileClientTest {
    private static final String JSON = "{\"purpose\":\"a\"}";
    private static final String POST = "POST /start_communication HTTP/1.1\r\nHost: x\r\n";

    @AutoClose
    private static final Telephony telephony = Telephony.started();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET / hTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / FTP/1.1\r\nHost: x\r\n\r\n",
                "GET /health/live HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n",
                "GET /health/live HTTP/1.1\r\nHost: x\r\nbad\u0000name: x\r\n\r\n",
                "GET /health/live HTTP/1.1\r\nHost: x\r\nname : x\r\n\r\n",
                "GET /health/live HTTP/1.1\r\nHost: x\r\nname: a\u0000b\r\n\r\n",
                "GET /health/live HTTP/1.1\r\n\r\n",
                "GET /health/live HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n",
                POST + "Content-Length: -1\r\n\r\n",
                POST + "Content-Length: abc\r\n\r\n",
                POST + "Content-Length: 99999999999999999999999\r\n\r\n",
                POST + "Content-Length: 15\r\nContent-Length: 16\r\n\r\n" + JSON,
                POST + "Content-Length: 15\r\nTransfer-Encoding: chunked\r\n\r\nf\r\n" + JSON + "\r\n0\r\n\r\n",
                POST + "Transfer-Encoding: gzip\r\n\r\nx",
                POST + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                POST + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
                POST + "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
                POST + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /%c3%28 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /session_result/%ed%a0%80 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /% HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /\u00e9 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            })
    void isRefusedAndHungUpOn(String bytes) {
        String answer = exchange(bytes);
        assertThat(RawClient.status(answer)).as(answer).isEqualTo(400);
        assertThat(answer).contains("application/problem+json", "urn:id-contact:telephony:malformed-request");
    }

    @ParameterizedTest
    @CsvSource({"URI,414,uri-too-long", "HEADER,431,headers-too-large", "HEADERS,431,headers-too-large"})
    void floodsAreRefused(String what, int status, String slug) {
        String bytes = switch (what) {
            case "URI" -> "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n";
            case "HEADER" -> "GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(100_000) + "\r\n\r\n";
            default -> "GET / HTTP/1.1\r\nHost: x\r\n" + "X: a\r\n".repeat(20_000) + "\r\n";
        };
        String answer = exchange(bytes);
        // A flood may still be under way when the answer comes, and wash it away.
        if (!answer.isEmpty()) {
            assertThat(RawClient.status(answer)).as(answer).isEqualTo(status);
            assertThat(answer).contains(slug);
        }
    }

    @Test
    void anUnfinishedBodyIsNoRequest() {
        try (RawClient client = new RawClient(telephony.internal("/"))) {
            client.send(POST + "Content-Length: 100\r\n\r\n" + JSON).finish();
            assertThat(client.readAll()).doesNotContain("200 OK");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0", "HTTP/1.1"})
    void oldClientsAreServed(String version) {
        String answer = exchange("GET /health/live " + version + "\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).contains(" 200 OK").endsWith("{\"status\":\"live\"}");
    }

    @Test
    void absoluteAndAsteriskFormsAreUnderstood() {
        assertThat(exchange("GET http://x/health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains("200 OK");
        assertThat(RawClient.status(exchange("OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")))
                .isBetween(400, 405);
        assertThat(RawClient.status(exchange("CONNECT x:443 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")))
                .isBetween(400, 405);
    }

    @Test
    void upgradesAreNotMade() {
        String upgrade = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\n";
        for (String to : List.of(
                "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n",
                "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")) {
            try (RawClient client = new RawClient(telephony.internal("/"))) {
                assertThat(client.send(upgrade + to).readUntil("{\"status\":\"live\"}"))
                        .contains("200 OK");
            }
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() {
        String ask = "GET /%s HTTP/1.1\r\nHost: x\r\n\r\n";
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            requests.append(String.format(ask, i % 2 == 0 ? "health/live" : "nothing"));
        }
        String answers = exchange(requests + "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        List<Integer> statuses = new ArrayList<>();
        answers.lines()
                .filter(line -> line.contains("HTTP/1.1 "))
                .forEach(line -> statuses.add(RawClient.status(line.substring(line.indexOf("HTTP/1.1 ")))));
        assertThat(statuses).hasSize(201);
        for (int i = 0; i < 201; i++) {
            assertThat(statuses.get(i)).isEqualTo(i % 2 == 0 ? 200 : 404);
        }
    }

    @Test
    void expectationsAreMetOrRefusedAtOnce() {
        try (RawClient client = new RawClient(telephony.internal("/"))) {
            client.send(POST + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: 15\r\n\r\n");
            client.readUntil("100 Continue");
            assertThat(client.send(JSON).readAll()).contains("200 OK");
        }
        try (RawClient client = new RawClient(telephony.internal("/"))) {
            client.send(POST + "Expect: 100-continue\r\nContent-Length: 70000\r\n\r\n");
            assertThat(client.readAll()).contains("413 ", "body-too-large").doesNotContain("100 Continue");
        }
    }

    @Test
    void aBodyMayComeInManyPieces() {
        StringBuilder chunks = new StringBuilder(POST + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
        JSON.chars()
                .forEach(c -> chunks.append("1;ext=\"x\"\r\n").append((char) c).append("\r\n"));
        assertThat(exchange(chunks + "0\r\nTrailer: x\r\n\r\n")).contains("200 OK");
    }

    @Test
    void idleConnectionsAreHarmless() {
        List<RawClient> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                idle.add(new RawClient(telephony.internal("/")).send(i % 2 == 0 ? "" : "POST /start_comm"));
            }
            assertThat(telephony.get(telephony.internal("/health/live")).statusCode())
                    .isEqualTo(200);
        } finally {
            idle.forEach(RawClient::close);
        }
    }

    private static String exchange(String bytes) {
        try (RawClient client = new RawClient(telephony.internal("/"))) {
            return client.send(bytes).readAll();
        }
    }
}
