package nl.idcontact.telephony.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What auth plugins are told. */
class FeedbackClientTest {
    private final Vertx vertx = Vertx.vertx();
    private final FeedbackClient feedback = new FeedbackClient(vertx);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private HttpServer plugin;

    @BeforeEach
    void start() {
        plugin = vertx.createHttpServer()
                .requestHandler(this::hear)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        feedback.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void activityAndLogoutArePosted() throws InterruptedException {
        feedback.userActive(plugin("/session?id=a%20b"));
        assertThat(next()).isEqualTo("POST /session?id=a%20b&type=user_active 0");
        feedback.logout(plugin("/session"));
        assertThat(next()).isEqualTo("POST /session?type=logout 0");
    }

    @Test
    void redirectsAreNotFollowed() throws InterruptedException {
        status.set(307);
        feedback.logout(plugin("/session"));
        assertThat(next()).isEqualTo("POST /session?type=logout 0");
        assertThat(heard.poll(1_500, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aLogoutIsTriedTwiceAndActivityOnce() throws InterruptedException {
        status.set(500);
        feedback.userActive(plugin("/activity"));
        feedback.logout(plugin("/session"));
        assertThat(new String[] {next(), next(), next()})
                .containsExactlyInAnyOrder(
                        "POST /activity?type=user_active 0",
                        "POST /session?type=logout 0",
                        "POST /session?type=logout 0");
        assertThat(heard.poll(1_500, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void nobodyListeningIsNoError() throws InterruptedException {
        feedback.logout(URI.create("http://127.0.0.1:1/gone"));
        feedback.userActive(URI.create("http://no such host.invalid/".replace(" ", "-")));
        feedback.userActive(plugin("/session"));
        assertThat(next()).startsWith("POST /session");
    }

    @ParameterizedTest
    @CsvSource({
        "http://a/b,http://a/b?type=logout",
        "http://a,http://a?type=logout",
        "http://a/b?,http://a/b?type=logout",
        "http://a/b?c=d&,http://a/b?c=d&type=logout",
        "http://a/b?c=d#e,http://a/b?c=d&type=logout",
        "http://a/b#e?f,http://a/b?type=logout",
        "https://a/?type=x,https://a/?type=x&type=logout",
        "http://a/é?b=é,http://a/%C3%A9?b=%C3%A9&type=logout"
    })
    void theTypeIsAdded(String sessionUrl, String address) {
        assertThat(FeedbackClient.address(URI.create(sessionUrl), "logout")).isEqualTo(address);
    }

    private void hear(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            heard.add(request.method() + " " + request.uri() + " " + request.getHeader("Content-Length"));
            request.response()
                    .setStatusCode(status.get())
                    .putHeader("Location", "/elsewhere")
                    .end("body");
        });
    }

    private URI plugin(String path) {
        return URI.create("http://127.0.0.1:" + plugin.actualPort() + path);
    }

    private String next() throws InterruptedException {
        String request = heard.poll(10, TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        return request;
    }
}
