package nl.idcontact.telephony.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.Watch;
import nl.idcontact.telephony.domain.usecase.FollowSessions;

/**
 * One open stream of server-sent events (WHATWG HTML section 9.2). May be told things from any thread; it writes on its own event
 * loop, and to a reader that still has not taken what it was sent before it writes no more but hangs up.
 */
final class EventStream implements FollowSessions.Follower {
    private static final int UNREAD_BYTES = 8 * 1024;
    /** After so long a heartbeat is due, by chance: streams that were opened together, as after a restart, must not stay together. */
    private static final long SHORTEST_SILENCE = Duration.ofSeconds(8).toNanos();

    private static final long LONGEST_SILENCE = Duration.ofSeconds(13).toNanos();

    private final PhoneSessionId call;
    private final Context eventLoop;
    private final HttpServerResponse response;
    private final HttpConnection connection;
    private volatile Watch watch;
    private volatile long silentUntil = endOfSilence();

    EventStream(PhoneSessionId call, Watch watch, HttpServerResponse response, HttpConnection connection) {
        this.call = call;
        this.watch = watch;
        this.response = response.setWriteQueueMaxSize(UNREAD_BYTES);
        this.connection = connection;
        this.eventLoop = Vertx.currentContext();
    }

    @Override
    public PhoneSessionId call() {
        return call;
    }

    @Override
    public Watch watch() {
        return watch;
    }

    /** Takes note of an activity, which its reader does not see. */
    void renewed(Watch now) {
        watch = now;
    }

    /** Whether a heartbeat is due. */
    boolean isSilentForLong() {
        return System.nanoTime() - silentUntil > 0;
    }

    /** Tells how the session is now. */
    void session(String json, Watch now) {
        watch = now;
        write("event: session\ndata: " + json + "\n\n");
    }

    /** Says that it is still there; readers ignore it. */
    void heartbeat() {
        write(":\n\n");
    }

    /** Tells that the session is gone. An event without data would not be noticed. */
    void ended() {
        end("event: ended\ndata: {}\n\n");
    }

    /** Asks the reader to come back after a second, to wherever it is led then. */
    void reconnect() {
        end("retry: 1000\n\n");
    }

    private static long endOfSilence() {
        return System.nanoTime() + ThreadLocalRandom.current().nextLong(SHORTEST_SILENCE, LONGEST_SILENCE);
    }

    private void write(String text) {
        silentUntil = endOfSilence();
        eventLoop.runOnContext(now -> {
            if (response.ended() || response.closed()) {
                return;
            }
            if (response.writeQueueFull()) {
                connection.close();
            } else {
                response.write(text);
            }
        });
    }

    private void end(String text) {
        eventLoop.runOnContext(now -> {
            if (!response.ended() && !response.closed()) {
                // Its head said that the connection would close.
                response.end(text).onComplete(sent -> connection.close());
            }
        });
    }
}
