package nl.idcontact.telephony.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What stands in the logs, and above all what does not. */
class AccessLogTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        root.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(logged);
    }

    @Test
    void aRequestIsOneLineWithoutAnythingPersonal() {
        try (Telephony telephony = Telephony.started()) {
            var session = telephony.start("report_move");
            telephony.report(session, telephony.opener.succeeded("the-token", Map.of("email", "e@example.com")));
            String token = telephony.linked(session.dtmf(), "call-of-somebody");
            telephony.info("call-of-somebody", token);
            telephony.link("99999", "call-of-somebody");
            try (RawClient hostile = new RawClient(telephony.internal("/"))) {
                hostile.send("GARBAGE call-of-somebody\r\n\r\n").readAll();
            }

            List<String> lines =
                    logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
            List<String> requests = logged.list.stream()
                    .filter(event -> event.getLoggerName().equals("nl.idcontact.telephony.http.access"))
                    .map(ILoggingEvent::getFormattedMessage)
                    .toList();
            assertThat(requests).hasSize(6);
            assertThat(requests.get(0)).matches("POST /start_communication 200 in \\d+ ms, request [0-9a-f]{32}");
            assertThat(requests.get(1)).startsWith("POST /session_result/{code} 200 in ");
            assertThat(requests.get(3)).startsWith("GET /session_info/{sessionid} 200 in ");
            assertThat(requests.get(5)).contains(" none 400 in ");
            String code = session.resultPath().substring("/session_result/".length());
            assertThat(String.join("\n", lines))
                    .doesNotContain(
                            session.dtmf(),
                            code,
                            token,
                            "the-token",
                            "call-of-somebody",
                            "example.com",
                            Telephony.SECRET);
        }
    }
}
