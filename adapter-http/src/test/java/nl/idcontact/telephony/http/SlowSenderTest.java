package nl.idcontact.telephony.http;

import static nl.idcontact.telephony.http.Telephony.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.idcontact.telephony.http.HttpSettings.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that take their time are not waited for. */
@Timeout(60)
class SlowSenderTest {
    private Telephony telephony;

    @BeforeEach
    void start() {
        telephony = Telephony.started(new HttpSettings(
                SETTINGS.listeners(),
                SETTINGS.telephone(),
                SETTINGS.access(),
                SETTINGS.pages(),
                new Limits(4, 100, Duration.ofSeconds(3), 10, Duration.ofMillis(300))));
    }

    @AfterEach
    void stop() {
        telephony.close();
    }

    @Test
    void silenceIsHungUpOn() {
        try (RawClient client = new RawClient(telephony.internal("/"))) {
            assertThat(client.readAll()).isEmpty();
        }
    }

    @Test
    void aHeadThatDoesNotEndIsHungUpOn() {
        try (RawClient client = new RawClient(telephony.internal("/"))) {
            assertThat(client.send("GET /health/live HTTP/1.1\r\nHost: x\r\nX: ")
                            .readAll())
                    .isEmpty();
        }
    }

    @Test
    void aBodyThatDoesNotEndIsToldSo() {
        try (RawClient client = new RawClient(telephony.internal("/"))) {
            String answer = client.send("POST /start_communication HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{")
                    .readAll();
            assertThat(answer).contains("408 ", "urn:id-contact:telephony:request-timeout");
        }
    }

    @Test
    void aConnectionMayRestAfterwards() {
        try (RawClient client = new RawClient(telephony.internal("/"))) {
            String ask = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
            client.send(ask).readUntil("live");
            try (RawClient silent = new RawClient(telephony.internal("/"))) {
                assertThat(silent.readAll()).as("the limit has passed").isEmpty();
            }
            assertThat(client.send(ask + "GET /done HTTP/1.1\r\nHost: x\r\n\r\n")
                            .readUntil("not-found"))
                    .contains("404 Not Found");
        }
    }
}
