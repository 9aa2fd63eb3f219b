package nl.idcontact.telephony.lambda;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** One link request with its repeats: run on one thread, waited for and abandoned on another. */
final class Attempts implements Runnable {
    static final int CONNECT_MILLIS = 2_000;
    private static final int FIRST_PAUSE_MILLIS = 200;
    private static final int MOST_ATTEMPTS = 5;

    private final Settings settings;
    private final byte[] body;
    private final long deadline;
    private volatile boolean abandoned;
    private volatile @Nullable HttpURLConnection current;
    private @Nullable Reply reply;
    private BackendFailure failure = LinkService.tooSlow();

    /** @param deadline in terms of {@link System#nanoTime} */
    Attempts(Settings settings, byte[] body, long deadline) {
        this.settings = settings;
        this.body = body;
        this.deadline = deadline;
    }

    @Override
    public void run() {
        int pause = FIRST_PAUSE_MILLIS;
        for (int attempt = 1; !abandoned && millisLeft() > 0; attempt++) {
            if (!attemptAsksForAnother() || attempt == MOST_ATTEMPTS || millisLeft() <= pause) {
                return;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            pause *= 2;
        }
    }

    /** The outcome, once the thread has ended. */
    Reply reply() {
        if (reply == null) {
            throw failure;
        }
        return reply;
    }

    /** Ends the attempts without waiting for them; none begins any more. */
    void abandon() {
        abandoned = true;
        HttpURLConnection connection = current;
        if (connection != null) {
            // On yet another thread: closing a stream may wait for its reader.
            Thread closer = new Thread(connection::disconnect, "link-close");
            closer.setDaemon(true);
            closer.start();
        }
    }

    private boolean attemptAsksForAnother() {
        HttpURLConnection connection;
        try {
            connection = open(settings.callUrl());
        } catch (IOException e) {
            // Nothing of the request has left: it may be repeated.
            failure = new BackendFailure(
                    "The backend could not be reached (" + e.getClass().getSimpleName() + ")");
            return true;
        }
        try {
            Reply received = Reply.over(connection, body);
            if (received.status == 503) {
                failure = new BackendFailure("The backend answered 503");
                return true;
            }
            reply = received;
        } catch (IOException e) {
            failure = millisLeft() > 0
                    ? new BackendFailure("The exchange with the backend broke off ("
                            + e.getClass().getSimpleName() + ")")
                    : LinkService.tooSlow();
        } catch (BackendFailure e) {
            failure = e;
        }
        return false;
    }

    private HttpURLConnection open(URL url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        // Without it the connection by itself repeats a POST that a kept-alive server did not answer.
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Authorization", settings.bearer());
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("User-Agent", "id-contact-link-phone");
        int left = Math.max(1, (int) millisLeft());
        connection.setConnectTimeout(Math.min(CONNECT_MILLIS, left));
        connection.setReadTimeout(left);
        current = connection;
        connection.connect();
        return connection;
    }

    private long millisLeft() {
        return (deadline - System.nanoTime()) / 1_000_000;
    }
}
