package nl.idcontact.telephony.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The web server of the demonstration: its page, what the page asks for, and the softphone. */
final class DemoPage implements AutoCloseable {
    /** Does what a page asks for. */
    interface Action {
        /** @return what is answered as JSON, or null for nothing */
        @Nullable
        Object on(Map<String, String> details) throws IOException;
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "js", "text/javascript", "css", "text/css");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** Takes a port, so that its address can be told to others, and answers nothing yet. */
    DemoPage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", DemoPage::file);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    DemoPage answering(String name, Action action) {
        return opening(name, exchange -> act(exchange, action));
    }

    DemoPage opening(String name, HttpHandler handler) {
        server.createContext("/demo/" + name, handler);
        return this;
    }

    void start() {
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void act(HttpExchange exchange, Action action) throws IOException {
        try (exchange) {
            String details = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Object answer = action.on(details.isEmpty() ? Map.of() : JSON.readValue(details, DETAILS));
            if (answer == null) {
                exchange.sendResponseHeaders(204, -1);
            } else {
                send(exchange, "application/json", JSON.writeValueAsBytes(answer));
            }
        }
    }

    /** A folder is its {@code index.html}; the demonstration's own stands at the root. */
    private static void file(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().getPath();
        String path = (asked.equals("/") ? "/demo/" : asked) + (asked.endsWith("/") ? "index.html" : "");
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        try (exchange;
                InputStream file = type == null ? null : DemoPage.class.getResourceAsStream(path)) {
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                send(exchange, type, file.readAllBytes());
            }
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
