package nl.idcontact.telephony.lambda.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Links every call at once. */
final class BenchBackend {
    private static final byte[] LINKED =
            "{\"purpose\":\"report_move\",\"release_token\":\"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz\"}"
                    .getBytes(US_ASCII);

    private final String url;

    BenchBackend(@Nullable SSLContext tls) throws IOException {
        // Else an answer waits 40 ms for the acknowledgement of its own head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer server = tls == null ? HttpServer.create(address, 0) : HttpsServer.create(address, 0);
        if (server instanceof HttpsServer https) {
            https.setHttpsConfigurator(new HttpsConfigurator(tls));
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, LINKED.length);
            exchange.getResponseBody().write(LINKED);
            exchange.close();
        });
        server.start();
        url = (tls == null ? "http" : "https") + "://localhost:"
                + server.getAddress().getPort() + "/link_phone";
    }

    String url() {
        return url;
    }

    Map<String, String> environment() {
        return Map.of("CALL_URL", url, "LINK_SECRET", "0123456789abcdef0123456789abcdef");
    }
}
