package nl.idcontact.telephony.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/** One request and its one answer. Belongs to its event loop, save where told otherwise. */
final class Exchange {
    private static final String KEY = Exchange.class.getName();

    private final RoutingContext context;
    private final AccessLog log;
    private final Lifecycle lifecycle;
    private final String id;
    private final long arrivedAt = System.nanoTime();
    private String route = "none";
    private byte[] body = {};
    private volatile boolean answered;

    private Exchange(RoutingContext context, AccessLog log, Lifecycle lifecycle) {
        this.context = context;
        this.log = log;
        this.lifecycle = lifecycle;
        this.id = RequestId.of(context.request().headers());
    }

    /**
     * Knows the exchange of each request.
     *
     * @param log where answers are noted
     * @param lifecycle whether clients are asked to leave
     */
    record Keeper(AccessLog log, Lifecycle lifecycle) {
        /** The one exchange of {@code context}. */
        Exchange of(RoutingContext context) {
            Exchange known = context.get(KEY);
            if (known != null) {
                return known;
            }
            Exchange exchange = new Exchange(context, log, lifecycle);
            context.put(KEY, exchange);
            return exchange;
        }
    }

    RoutingContext context() {
        return context;
    }

    String id() {
        return id;
    }

    void found(String template) {
        route = template;
    }

    void arrived(byte[] bytes) {
        body = bytes;
    }

    Incoming incoming() {
        return new Incoming(
                context.request().headers().getAll("Authorization"),
                Optional.ofNullable(context.request().getHeader("Content-Type")),
                context.pathParams(),
                body);
    }

    /** Whether there is nothing left to answer; may be asked from any thread. */
    boolean isAnswered() {
        return answered;
    }

    /** Answers; what comes later than another answer is dropped. */
    void answer(Reply reply) {
        if (begin(reply)) {
            HttpServerResponse response = context.response();
            boolean last = "close".equals(response.headers().get("Connection"));
            response.end(reply.body()).onComplete(sent -> {
                if (last) {
                    context.request().connection().close();
                }
            });
        }
    }

    /** Answers, and wants nothing more to do with the connection. */
    void answerAndClose(Reply reply) {
        answer(reply.with("Connection", "close"));
    }

    /** Begins an answer without an end. Its body is dropped. */
    Optional<HttpServerResponse> stream(Reply head) {
        return begin(head) ? Optional.of(context.response().setChunked(true)) : Optional.empty();
    }

    private boolean begin(Reply reply) {
        if (answered) {
            return false;
        }
        answered = true;
        Duration took = Duration.ofNanos(System.nanoTime() - arrivedAt);
        log.answered(context.request().method(), route, reply.status(), took, id);
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return false;
        }
        response.setStatusCode(reply.status());
        reply.headers().forEach(response::putHeader);
        response.putHeader(RequestId.HEADER, id);
        if (lifecycle.isDraining()) {
            response.putHeader("Connection", "close");
        }
        return true;
    }
}
