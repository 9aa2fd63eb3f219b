package nl.idcontact.telephony.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hangs up on connections that bring no request in time, however busily they send. Once one has come, the connection may rest as
 * long as any that is kept alive.
 */
final class Patience {
    private final Vertx vertx;
    private final Duration limit;
    private final Map<HttpConnection, Long> waiting = new ConcurrentHashMap<>();

    Patience(Vertx vertx, Duration limit) {
        this.vertx = vertx;
        this.limit = limit;
    }

    /** A connection was made. */
    void begin(HttpConnection connection) {
        waiting.put(connection, vertx.setTimer(limit.toMillis(), late -> connection.close()));
        connection.closeHandler(closed -> end(connection));
    }

    /** Its first request has come, or it is gone. */
    void end(HttpConnection connection) {
        Long timer = waiting.remove(connection);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }
}
