package nl.idcontact.telephony.app.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.http.jose.testing.TokenDraft;

/** What the browser's tests can't do themselves: make auth results, stop the server and start it again. */
final class BrowserControl implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningApp app;
    private final HttpServer server;

    private BrowserControl(RunningApp app, HttpServer server) {
        this.app = app;
        this.server = server;
    }

    static BrowserControl of(RunningApp app) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        BrowserControl control = new BrowserControl(app, server);
        server.createContext("/token", control::token);
        server.createContext("/stop", exchange -> control.act(exchange, app::stop));
        server.createContext("/start", exchange -> control.act(exchange, app::startAgain));
        server.start();
        return control;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** {@code {"status", "attributes", "secondsAgo", "sessionUrl"}} → {@code {"compact"}}. */
    private void token(HttpExchange exchange) throws IOException {
        JsonNode asked = JSON.readTree(exchange.getRequestBody());
        TokenDraft draft = app.tokens().token(Instant.now());
        draft.issuedAt(Instant.now().minusSeconds(asked.get("secondsAgo").longValue()));
        if (asked.hasNonNull("sessionUrl")) {
            draft.sessionUrl(asked.get("sessionUrl").textValue());
        }
        if (asked.get("status").textValue().equals("failed")) {
            draft.failed();
        } else {
            asked.get("attributes")
                    .properties()
                    .forEach(one -> draft.attribute(one.getKey(), one.getValue().textValue()));
        }
        answer(exchange, Map.of("compact", draft.compact()));
    }

    private void act(HttpExchange exchange, Runnable deed) throws IOException {
        deed.run();
        answer(exchange, Map.of());
    }

    private static void answer(HttpExchange exchange, Map<String, String> shape) throws IOException {
        byte[] body = JSON.writeValueAsBytes(shape);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
