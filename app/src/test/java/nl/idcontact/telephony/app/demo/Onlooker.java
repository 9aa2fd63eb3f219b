package nl.idcontact.telephony.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Passes everything on to the server's public listener, and tells a witness what is of interest. */
final class Onlooker implements AutoCloseable {
    /** Sees what went through, and to which path. */
    interface Witness {
        void saw(String path, Wire wire);
    }

    /** Headers that concern one connection only (RFC 9110 section 7.6.1), or that are written anew. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection", "content-length", "date", "expect", "host", "keep-alive", "transfer-encoding", "upgrade");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final URI target;
    private final Witness witness;

    Onlooker(URI target, Witness witness) throws IOException {
        this.target = target;
        this.witness = witness;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            HttpResponse<InputStream> answer = client.send(request(exchange, sent), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                answer(exchange, answer, body, new String(sent, UTF_8));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private void answer(HttpExchange exchange, HttpResponse<InputStream> answer, InputStream body, String sent)
            throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean empty = answer.statusCode() == 204 || answer.statusCode() == 304;
        exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : 0);
        if (!interesting(exchange)) {
            body.transferTo(exchange.getResponseBody());
            return;
        }
        Retelling retelling = new Retelling(exchange, answer.statusCode(), sent, witness);
        copy(body, exchange.getResponseBody(), retelling);
        retelling.finished();
    }

    private static void copy(InputStream from, OutputStream to, Retelling retelling) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            to.flush();
            retelling.passed(new String(buffer, 0, read, UTF_8));
        }
    }

    private static boolean interesting(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.equals("/link_phone") || path.startsWith("/session_info/") || path.equals("/attribute-ui/");
    }
}
