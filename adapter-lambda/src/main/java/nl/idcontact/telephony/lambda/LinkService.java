package nl.idcontact.telephony.lambda;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The backend's {@code /link_phone}, asked within a time that a waiting caller bears.
 *
 * <p>Amazon Connect waits 8 s at most, a cold start included, and itself repeats a failed invocation in that time.
 */
final class LinkService {
    static final long WHOLE_ANSWER_MILLIS = 6_000;

    /** What {@link HttpURLConnection} takes: the Lambda runtime would allow TLS 1.0 and 1.1 again, which the JDK does not. */
    private static final String PROTOCOLS = "https.protocols";

    private final Settings settings;
    private final long wholeAnswerMillis;

    LinkService(Settings settings, long wholeAnswerMillis) {
        this.settings = settings;
        this.wholeAnswerMillis = wholeAnswerMillis;
        if (settings.encrypted() && System.getProperty(PROTOCOLS) == null) {
            System.setProperty(PROTOCOLS, "TLSv1.3,TLSv1.2");
        }
    }

    @Nullable
    InputKey inputKey() {
        return settings.inputKey();
    }

    /**
     * Links the call, repeating the request while the backend cannot be reached or answers 503.
     *
     * @throws BackendFailure if there is no whole answer in time, or none that may be waited for
     */
    Reply link(String digits, String phoneSessionId) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("dtmf", digits);
        body.put("sessionid", phoneSessionId);
        Attempts attempts = new Attempts(settings, Json.write(body), System.nanoTime() + wholeAnswerMillis * 1_000_000);
        // On a thread of its own: no time-out of a connection bounds an answer that comes drop by drop.
        Thread thread = new Thread(attempts, "link");
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(wholeAnswerMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            attempts.abandon();
            throw new BackendFailure("Interrupted while the backend was asked");
        }
        if (thread.isAlive()) {
            attempts.abandon();
            throw tooSlow();
        }
        return attempts.reply();
    }

    /**
     * Opens and closes an encrypted connection, so that the classes, certificates and names it takes are there before the
     * first caller: the start has more processor time than an invocation, and a snapshot keeps what was loaded. A backend
     * that is away does not matter here.
     */
    void warmUp() {
        if (settings.encrypted()) {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) settings.callUrl().openConnection();
                connection.setConnectTimeout(Attempts.CONNECT_MILLIS);
                connection.setReadTimeout(Attempts.CONNECT_MILLIS);
                connection.connect();
                connection.disconnect();
            } catch (IOException e) {
                // The first link will tell.
            }
        }
    }

    static BackendFailure tooSlow() {
        return new BackendFailure("The backend has not answered in full in time");
    }
}
