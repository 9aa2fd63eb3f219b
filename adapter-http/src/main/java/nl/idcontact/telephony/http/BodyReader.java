package nl.idcontact.telephony.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/**
 * Takes a request's body in, up to a size and within a time. What is too large is still read to its end, within reason: a
 * client that is cut off while it sends often never sees the answer.
 */
final class BodyReader {
    static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_DISCARDED = 8 * 1024 * 1024;

    private final Vertx vertx;
    private final Duration patience;

    BodyReader(Vertx vertx, Duration patience) {
        this.vertx = vertx;
        this.patience = patience;
    }

    /** Reads the body into {@code exchange}, then goes on with {@code next}. */
    void read(Exchange exchange, Runnable next) {
        HttpServerRequest request = exchange.context().request();
        boolean waiting = "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
        if (waiting && declaredLength(request) > MAX_BYTES) {
            exchange.answerAndClose(Reply.problem(Problems.BODY_TOO_LARGE));
            return;
        }
        if (waiting) {
            exchange.context().response().writeContinue();
        }
        new Reading(exchange, next).begin(request);
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException absurd) {
            return Long.MAX_VALUE;
        }
    }

    private final class Reading implements Handler<Buffer> {
        private final Exchange exchange;
        private final Runnable next;
        private final long timer;
        private Buffer body = Buffer.buffer();
        private long size;

        Reading(Exchange exchange, Runnable next) {
            this.exchange = exchange;
            this.next = next;
            this.timer = vertx.setTimer(
                    patience.toMillis(), late -> exchange.answerAndClose(Reply.problem(Problems.REQUEST_TIMEOUT)));
        }

        void begin(HttpServerRequest request) {
            request.handler(this)
                    .exceptionHandler(broken -> {
                        vertx.cancelTimer(timer);
                        exchange.answerAndClose(Reply.problem(Problems.MALFORMED_REQUEST));
                    })
                    .endHandler(end -> {
                        vertx.cancelTimer(timer);
                        exchange.arrived(body.getBytes());
                        body = Buffer.buffer();
                        if (size > MAX_BYTES) {
                            exchange.answer(Reply.problem(Problems.BODY_TOO_LARGE));
                        } else if (!exchange.isAnswered()) {
                            next.run();
                        }
                    });
        }

        @Override
        public void handle(Buffer chunk) {
            size += chunk.length();
            if (size <= MAX_BYTES) {
                body.appendBuffer(chunk);
            } else if (size > MAX_DISCARDED) {
                exchange.answerAndClose(Reply.problem(Problems.BODY_TOO_LARGE));
            }
        }
    }
}
