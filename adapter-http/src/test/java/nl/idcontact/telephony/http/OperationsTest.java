package nl.idcontact.telephony.http;

import static nl.idcontact.telephony.http.Telephony.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What operators see. */
class OperationsTest {
    private final AtomicBoolean storeAnswers = new AtomicBoolean(true);
    private final List<String> observed = new CopyOnWriteArrayList<>();
    private final Operations operations = new Operations(
            storeAnswers::get,
            () -> "sessions_started_total 7\n",
            (method, route, status, took) -> observed.add(method + " " + route + " " + status));

    @Test
    void healthAndMetrics() {
        try (Telephony telephony = Telephony.started(SETTINGS, UnaryOperator.identity(), operations)) {
            assertThat(telephony.get(telephony.internal("/health/live")).body()).isEqualTo("{\"status\":\"live\"}");
            assertThat(telephony.get(telephony.internal("/health/ready")).body())
                    .isEqualTo("{\"status\":\"ready\"}");
            storeAnswers.set(false);
            HttpResponse<String> away = telephony.get(telephony.internal("/health/ready"));
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.body()).isEqualTo("{\"status\":\"store-unavailable\"}");
            HttpResponse<String> metrics = telephony.get(telephony.internal("/metrics"));
            assertThat(metrics.body()).isEqualTo("sessions_started_total 7\n");
            assertThat(metrics.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain");
        }
    }

    @Test
    void cleaningRemovesWhatExpired() {
        try (Telephony telephony = Telephony.started()) {
            telephony.start("report_move");
            telephony.clock.forward(Duration.ofHours(2));
            HttpResponse<String> response = telephony.post(telephony.internal("/clean_db"), "");
            assertThat(response.statusCode()).isEqualTo(204);
            assertThat(response.body()).isEmpty();
        }
    }

    @Test
    void requestsAreObservedByTemplate() {
        try (Telephony telephony = Telephony.started(SETTINGS, UnaryOperator.identity(), operations)) {
            telephony.info("call", "token");
            telephony.get(telephony.open("/secret/path"));
            telephony.get(telephony.internal("/start_communication"));
            assertThat(observed)
                    .containsExactly(
                            "GET /session_info/{sessionid} 404", "GET none 404", "GET /start_communication 405");
        }
    }

    @Test
    void requestIdsAreTakenOver() {
        try (Telephony telephony = Telephony.started()) {
            var uri = telephony.internal("/health/live");
            String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
            assertThat(id(telephony.get(uri, "X-Request-Id", "abc-123_X.y"))).isEqualTo("abc-123_X.y");
            assertThat(id(telephony.get(uri, "traceparent", "00-" + trace + "-00f067aa0ba902b7-01")))
                    .isEqualTo(trace);
            for (String bad : List.of("short", "with space inside", "0612345678", "a".repeat(65))) {
                assertThat(id(telephony.get(uri, "X-Request-Id", bad))).matches("[0-9a-f]{32}");
            }
        }
    }

    private static String id(HttpResponse<String> response) {
        return response.headers().firstValue("X-Request-Id").orElseThrow();
    }
}
