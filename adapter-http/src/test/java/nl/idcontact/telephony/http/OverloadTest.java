package nl.idcontact.telephony.http;

import static nl.idcontact.telephony.http.ProblemAssert.assertProblem;
import static nl.idcontact.telephony.http.Telephony.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import nl.idcontact.telephony.domain.inmemory.InMemorySessionStore;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.http.HttpSettings.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More than the store bears. */
@Timeout(60)
class OverloadTest {
    private static final int WORKERS = 2;
    private static final int QUEUE = 3;

    private final Semaphore permits = new Semaphore(0);
    private final AtomicInteger started = new AtomicInteger();

    @Test
    void isRefusedInTimeAndNotDoneLater() {
        try (Telephony telephony = telephony(Duration.ofMillis(700))) {
            List<CompletableFuture<HttpResponse<String>>> answers = startMany(telephony, 20);
            answers.forEach(answer -> {
                assertProblem(answer.join(), 503, "store-unavailable");
                assertThat(answer.join().headers().firstValue("Retry-After")).isPresent();
            });
            assertThat(telephony.get(telephony.internal("/health/live")).statusCode())
                    .isEqualTo(200);
            assertThat(telephony.get(telephony.internal("/health/ready")).statusCode())
                    .isEqualTo(200);

            permits.release(1_000);
            // What was given up on still stands in the queue for a moment.
            while (startMany(telephony, 1).get(0).join().statusCode() != 200) {
                Thread.onSpinWait();
            }
            assertThat(started.get())
                    .as("those whose work had begun, and the last")
                    .isLessThanOrEqualTo(WORKERS + 1);
        }
    }

    @Test
    void whatFitsIsDone() {
        try (Telephony telephony = telephony(Duration.ofSeconds(30))) {
            List<CompletableFuture<HttpResponse<String>>> answers = startMany(telephony, 20);
            CompletableFuture<?> refused = CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new));
            assertThat(refused.join()).isNotNull();
            permits.release(1_000);
            List<Integer> statuses =
                    answers.stream().map(answer -> answer.join().statusCode()).toList();
            assertThat(statuses).containsOnly(200, 503);
            assertThat(statuses.stream().filter(status -> status == 200)).hasSizeGreaterThanOrEqualTo(WORKERS + QUEUE);
        }
    }

    private Telephony telephony(Duration deadline) {
        HttpSettings settings = new HttpSettings(
                SETTINGS.listeners(),
                SETTINGS.telephone(),
                SETTINGS.access(),
                SETTINGS.pages(),
                new Limits(WORKERS, QUEUE, deadline, 10));
        var store = Stores.waitingFor(new InMemorySessionStore(Lifetime.DEFAULT), permits);
        return Telephony.started(
                settings,
                domain -> domain.store(store).events(event -> {
                    if (event instanceof SessionEvent.Started) {
                        started.incrementAndGet();
                    }
                }),
                Operations.NONE);
    }

    private static List<CompletableFuture<HttpResponse<String>>> startMany(Telephony telephony, int count) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            HttpRequest request = HttpRequest.newBuilder(telephony.internal("/start_communication"))
                    .POST(BodyPublishers.ofString("{\"purpose\":\"a\"}"))
                    .build();
            answers.add(telephony.client.sendAsync(request, BodyHandlers.ofString()));
        }
        return answers;
    }
}
