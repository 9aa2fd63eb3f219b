package nl.idcontact.telephony.http;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.idcontact.telephony.domain.model.AttributeRelease;
import nl.idcontact.telephony.domain.port.StoreUnavailable;
import nl.idcontact.telephony.domain.usecase.FollowSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All open event streams. Twice a second it asks what has changed of all their sessions together; a stream costs no thread
 * and no connection to the store. While the store is away streams stay open and silent but for their heartbeat.
 */
final class EventStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final long EVERY_MILLIS = 500;
    private static final long LEAST_PAUSE_MILLIS = 100;
    /** How long after its expiry a session is taken for renewed elsewhere, without news from the store. */
    private static final Duration DOUBT = Duration.ofSeconds(1);

    private final FollowSessions followSessions;
    private final InstantSource clock;
    private final int limit;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService follower;
    private volatile boolean leaving;
    private boolean storeIsAway;

    EventStreams(FollowSessions followSessions, InstantSource clock, int limit) {
        this.followSessions = followSessions;
        this.clock = clock;
        this.limit = limit;
        this.follower = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "telephony-streams");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to follow. */
    void start(Vertx vertx) {
        vertx.setPeriodic(EVERY_MILLIS, now -> sweep());
        followIn(EVERY_MILLIS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // follow() lets nothing through
    private void followIn(long millis) {
        if (!follower.isShutdown()) {
            follower.schedule(this::followInTime, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** What the question takes counts as waiting; what was missed is not made up for. */
    private void followInTime() {
        long begin = System.nanoTime();
        follow();
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        followIn(Math.max(LEAST_PAUSE_MILLIS, EVERY_MILLIS - took));
    }

    boolean isFull() {
        return open.size() >= limit;
    }

    int size() {
        return open.size();
    }

    void add(EventStream stream) {
        open.add(stream);
        if (leaving) {
            stream.reconnect();
        }
    }

    void remove(EventStream stream) {
        open.remove(stream);
    }

    /** Sends all readers elsewhere, and whoever still comes. */
    void reconnect() {
        leaving = true;
        open.forEach(EventStream::reconnect);
    }

    @Override
    public void close() {
        follower.shutdownNow();
    }

    private void sweep() {
        Instant surelyGone = clock.instant().minus(DOUBT);
        for (EventStream stream : open) {
            if (!stream.watch().expiresAt().isAfter(surelyGone)) {
                stream.ended();
            } else if (stream.isSilentForLong()) {
                stream.heartbeat();
            }
        }
    }

    private void follow() {
        try {
            follow(List.copyOf(open));
            if (storeIsAway) {
                LOG.info("Event streams go on");
            }
            storeIsAway = false;
        } catch (StoreUnavailable away) {
            if (!storeIsAway) {
                LOG.warn("Event streams wait for the store");
            }
            storeIsAway = true;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            // Logged there; whatever it was, the next question may be answered.
            Replies.of(failure);
        }
    }

    /** One whose session cannot be shown, as when its key is not known here, must not keep the others from being told. */
    private void follow(List<EventStream> streams) {
        try {
            if (!streams.isEmpty()) {
                followSessions.changes(streams).forEach(EventStreams::tell);
            }
        } catch (IllegalStateException unreadable) {
            if (streams.size() > 1) {
                int half = streams.size() / 2;
                follow(streams.subList(0, half));
                follow(streams.subList(half, streams.size()));
            } else {
                Replies.of(unreadable);
                streams.get(0).reconnect();
            }
        }
    }

    private static void tell(EventStream stream, AttributeRelease now) {
        ShownSession.of(now).ifPresentOrElse(shown -> shown.update(stream), stream::ended);
    }
}
