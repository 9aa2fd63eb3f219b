package nl.idcontact.telephony.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.idcontact.telephony.app.observability.SessionMetrics;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.StoreUnavailable;
import nl.idcontact.telephony.domain.usecase.PurgeExpired;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server does by itself: every minute it removes expired sessions, in batches with pauses between them. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration BETWEEN_PURGES = Duration.ofMinutes(1);
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(50);

    private final PurgeExpired purge;
    private final SessionStore store;
    private final SessionMetrics metrics;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "housekeeping"));

    Housekeeping(PurgeExpired purge, SessionStore store, SessionMetrics metrics) {
        this.purge = purge;
        this.store = store;
        this.metrics = metrics;
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
        try {
            more = purge.purgeBatch();
            metrics.oldestStart(store.oldestStart());
        } catch (StoreUnavailable e) {
            LOG.warn("Expired sessions could not be removed: the database is away. The next try follows in a minute");
        } catch (RuntimeException e) {
            LOG.error("Expired sessions could not be removed. The next try follows in a minute", e);
        }
        again(more ? BETWEEN_BATCHES : BETWEEN_PURGES);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
