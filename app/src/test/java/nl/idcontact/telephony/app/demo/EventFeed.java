package nl.idcontact.telephony.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Events for the browsers that listen, as {@code text/event-stream} of JSON objects. */
final class EventFeed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<HttpExchange> listeners = new CopyOnWriteArrayList<>();

    /** Keeps the exchange open, and tells this listener first what it has missed. */
    void open(HttpExchange exchange, List<Map<String, Object>> missed) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(": hello\n\n".getBytes(UTF_8));
        exchange.getResponseBody().flush();
        listeners.add(exchange);
        for (Map<String, Object> event : missed) {
            tell(exchange, event);
        }
    }

    void tell(Map<String, Object> event) {
        listeners.forEach(listener -> tell(listener, event));
    }

    private void tell(HttpExchange listener, Map<String, Object> event) {
        try {
            byte[] message = ("data: " + JSON.writeValueAsString(event) + "\n\n").getBytes(UTF_8);
            OutputStream body = listener.getResponseBody();
            synchronized (listener) {
                body.write(message);
                body.flush();
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException gone) {
            listeners.remove(listener);
            listener.close();
        }
    }
}
