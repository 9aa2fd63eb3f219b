package nl.idcontact.telephony.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * Has work done that may wait, and keeps the promise of an answer in time: when the deadline has passed, the request is told to
 * come back, from the event loop, and if nobody has begun its work nobody will.
 */
final class Dispatcher {
    private final Vertx vertx;
    private final BoundedWorkers workers;
    private final Duration deadline;
    private final Reply late;

    Dispatcher(Vertx vertx, BoundedWorkers workers, Duration deadline, Reply late) {
        this.vertx = vertx;
        this.workers = workers;
        this.deadline = deadline;
        this.late = late;
    }

    /** Answers {@code exchange} with what {@code endpoint} makes of it. */
    void take(Exchange exchange, Endpoint endpoint) {
        try {
            dispatch(exchange, endpoint.accept(exchange.incoming()));
        } catch (Refused refused) {
            exchange.answer(refused.reply());
        }
    }

    private void dispatch(Exchange exchange, Supplier<Answer> work) {
        Context eventLoop = vertx.getOrCreateContext();
        long timer = vertx.setTimer(deadline.toMillis(), passed -> exchange.answer(late));
        boolean accepted = workers.offer(() -> {
            if (!exchange.isAnswered()) {
                Answer answer = done(exchange, work);
                eventLoop.runOnContext(back -> {
                    vertx.cancelTimer(timer);
                    answer.to(exchange);
                });
            }
        });
        if (!accepted) {
            vertx.cancelTimer(timer);
            exchange.answer(late);
        }
    }

    private static Answer done(Exchange exchange, Supplier<Answer> work) {
        MDC.put("request_id", exchange.id());
        try {
            return work.get();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            return Replies.of(failure);
        } finally {
            MDC.remove("request_id");
        }
    }
}
