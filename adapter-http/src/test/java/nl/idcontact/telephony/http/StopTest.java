package nl.idcontact.telephony.http;

import static nl.idcontact.telephony.http.Telephony.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import nl.idcontact.telephony.domain.inmemory.InMemorySessionStore;
import nl.idcontact.telephony.domain.model.Lifetime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is told to stop loses no request. */
@Timeout(60)
class StopTest {
    @Test
    void requestsUnderWayAreFinished() {
        Semaphore permits = new Semaphore(0);
        var store = Stores.waitingFor(new InMemorySessionStore(Lifetime.DEFAULT), permits);
        Telephony telephony = Telephony.started(SETTINGS, domain -> domain.store(store), Operations.NONE);
        HttpRequest request = HttpRequest.newBuilder(telephony.internal("/start_communication"))
                .POST(BodyPublishers.ofString("{\"purpose\":\"a\"}"))
                .build();
        CompletableFuture<HttpResponse<String>> underWay = telephony.client.sendAsync(request, BodyHandlers.ofString());
        while (!permits.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        CompletableFuture<Void> stopped =
                CompletableFuture.runAsync(() -> telephony.server.stop(Duration.ofMillis(500), Duration.ofSeconds(10)));
        while (ready(telephony).statusCode() == 200) {
            Thread.onSpinWait();
        }
        HttpResponse<String> notReady = ready(telephony);
        assertThat(notReady.body()).isEqualTo("{\"status\":\"stopping\"}");
        assertThat(notReady.headers().firstValue("Connection")).contains("close");
        assertThat(stopped).isNotDone();

        permits.release(100);
        assertThat(underWay.join().statusCode()).isEqualTo(200);
        stopped.join();
        assertThatThrownBy(() -> ready(telephony)).isInstanceOf(UncheckedIOException.class);
        telephony.vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static HttpResponse<String> ready(Telephony telephony) {
        return telephony.get(telephony.internal("/health/ready"));
    }
}
