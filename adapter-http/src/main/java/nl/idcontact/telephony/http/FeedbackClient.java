package nl.idcontact.telephony.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.idcontact.telephony.domain.port.SessionFeedback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Posts to auth plugins that a user is active or was logged out, from memory and as well as it goes: three seconds for an
 * answer, whose body nobody reads, no redirects, one more try of a logout.
 *
 * <p>The address comes from whoever holds an accepted signing key, never from a browser or a caller. The server posts an empty
 * body to it and gives nothing of the answer to anyone, so that a dishonest auth plugin could make it knock, but learn no
 * more than it would by itself. Networks that don't want even that restrict where the server may connect to.
 */
public final class FeedbackClient implements SessionFeedback, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedbackClient.class);
    private static final long PATIENCE_MILLIS = 3_000;
    private static final long PAUSE_MILLIS = 1_000;
    private static final int MAX_UNDER_WAY = 500;

    private final Vertx vertx;
    private final HttpClient client;
    private final AtomicInteger underWay = new AtomicInteger();

    /** Makes a client on the event loops of {@code vertx}. */
    public FeedbackClient(Vertx vertx) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(false).setConnectTimeout((int) PATIENCE_MILLIS),
                new PoolOptions().setHttp1MaxSize(MAX_UNDER_WAY).setMaxWaitQueueSize(MAX_UNDER_WAY));
    }

    @Override
    public void userActive(URI sessionUrl) {
        tell(sessionUrl, "user_active", 1);
    }

    @Override
    public void logout(URI sessionUrl) {
        tell(sessionUrl, "logout", 2);
    }

    @Override
    public void close() {
        client.close();
    }

    private void tell(URI sessionUrl, String type, int tries) {
        if (underWay.incrementAndGet() > MAX_UNDER_WAY) {
            underWay.decrementAndGet();
            LOG.warn("{} was not told to {}: too much feedback is under way", type, sessionUrl.getHost());
            return;
        }
        String requestId = MDC.get("request_id");
        attempt(sessionUrl, type, requestId, tries)
                .onFailure(failure -> LOG.warn(
                        "{} was not told to {}: {}",
                        type,
                        sessionUrl.getHost(),
                        failure.getClass().getSimpleName()))
                .onComplete(done -> underWay.decrementAndGet());
    }

    private Future<Void> attempt(URI sessionUrl, String type, @Nullable String requestId, int tries) {
        Future<Void> told = post(address(sessionUrl, type), requestId);
        return tries == 1
                ? told
                : told.recover(failure ->
                        vertx.timer(PAUSE_MILLIS).compose(paused -> attempt(sessionUrl, type, requestId, tries - 1)));
    }

    private Future<Void> post(String address, @Nullable String requestId) {
        try {
            RequestOptions options = new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setAbsoluteURI(address)
                    .setFollowRedirects(false)
                    .putHeader("Content-Length", "0")
                    .setTimeout(PATIENCE_MILLIS);
            if (requestId != null) {
                options.putHeader(RequestId.HEADER, requestId);
            }
            return client.request(options).compose(this::answered);
        } catch (RuntimeException unusable) {
            return Future.failedFuture(unusable);
        }
    }

    private Future<Void> answered(HttpClientRequest request) {
        return request.send()
                .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .map(response -> response.statusCode() < 400)
                .onComplete(done -> request.connection().close())
                .compose(fine -> fine ? Future.succeededFuture() : Future.failedFuture(new NotTaken()));
    }

    /** The address with {@code type} added to what is asked there already; a fragment is not sent. */
    static String address(URI sessionUrl, String type) {
        String whole = sessionUrl.toASCIIString();
        int fragment = whole.indexOf('#');
        String base = fragment < 0 ? whole : whole.substring(0, fragment);
        String query = sessionUrl.getRawQuery();
        if (query == null) {
            return base + "?type=" + type;
        }
        return base + (query.isEmpty() || query.endsWith("&") ? "" : "&") + "type=" + type;
    }

    /** An auth plugin answered that it did not take it. */
    private static final class NotTaken extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
