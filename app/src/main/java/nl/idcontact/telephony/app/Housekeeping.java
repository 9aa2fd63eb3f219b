package nl.idcontact.telephony.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.idcontact.telephony.app.observability.SessionMetrics;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.StoreUnavailable;
import nl.idcontact.telephony.domain.usecase.PurgeExpired;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server does by itself: every minute, or as often as a session's life is long if that is less, it removes expired
 * sessions, in batches. Between them are pauses twice as long as a batch took, so that on a large table requests come first.
 */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration SELDOMEST = Duration.ofMinutes(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final int PAUSE_FACTOR = 2;

    private final PurgeExpired purge;
    private final SessionStore store;
    private final SessionMetrics metrics;
    private final Duration betweenPurges;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "housekeeping"));
    private boolean measured;

    Housekeeping(PurgeExpired purge, SessionStore store, SessionMetrics metrics, Lifetime lifetime) {
        this.purge = purge;
        this.store = store;
        this.metrics = metrics;
        this.betweenPurges = lifetime.ttl().compareTo(SELDOMEST) < 0 ? lifetime.ttl() : SELDOMEST;
    }

    void start() {
        again(Duration.ZERO);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the work catches everything itself
    private void again(Duration later) {
        if (!timer.isShutdown()) {
            timer.schedule(this::purgeBatch, later.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void purgeBatch() {
        boolean more = false;
        long begin = System.nanoTime();
        try {
            more = purge.purgeBatch();
            measure(more);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            // Whatever it was, the next batch may be removed.
            complain(failure);
        }
        again(more ? pauseAfter(Duration.ofNanos(System.nanoTime() - begin)) : betweenPurges);
    }

    /** At first and when all is removed: on the way there, each question would walk past what is removed already. */
    private void measure(boolean more) {
        if (!measured || !more) {
            metrics.oldestStart(store.oldestStart());
            measured = true;
        }
    }

    private static Duration pauseAfter(Duration batch) {
        Duration pause = batch.multipliedBy(PAUSE_FACTOR);
        return pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause;
    }

    /** Says what went wrong; that a stop came in between is no news. */
    private void complain(Throwable failure) {
        if (timer.isShutdown()) {
            return;
        }
        if (failure instanceof StoreUnavailable) {
            LOG.warn(
                    "Expired sessions could not be removed: the database is away. The next try follows in {} s",
                    betweenPurges.toSeconds());
        } else {
            LOG.error(
                    "Expired sessions could not be removed. The next try follows in {} s",
                    betweenPurges.toSeconds(),
                    failure);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
