package nl.idcontact.telephony.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.idcontact.telephony.domain.port.StoreUnavailable;
import nl.idcontact.telephony.domain.usecase.PurgeExpired;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server does by itself: expired sessions are removed every minute, in batches with pauses between them. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration BETWEEN_PURGES = Duration.ofMinutes(1);
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(50);

    private final PurgeExpired purge;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "housekeeping"));

    private Housekeeping(PurgeExpired purge) {
        this.purge = purge;
    }

    static Housekeeping start(PurgeExpired purge) {
        Housekeeping housekeeping = new Housekeeping(purge);
        housekeeping.again(BETWEEN_PURGES);
        return housekeeping;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the work catches everything itself
    private void again(Duration later) {
        timer.schedule(this::purgeBatch, later.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void purgeBatch() {
        boolean more = false;
        try {
            more = purge.purgeBatch();
        } catch (StoreUnavailable e) {
            LOG.warn("Expired sessions could not be removed, the database is away; the next try follows");
        } catch (RuntimeException e) {
            LOG.error("Expired sessions could not be removed; the next try follows", e);
        }
        if (!timer.isShutdown()) {
            again(more ? BETWEEN_BATCHES : BETWEEN_PURGES);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
