package nl.idcontact.telephony.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.idcontact.telephony.app.config.Log;
import nl.idcontact.telephony.app.config.Log.Format;
import nl.idcontact.telephony.app.config.Log.Level;
import nl.idcontact.telephony.app.observability.AuditTrail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** How log lines look, and which there are. */
class LogSetupTest {
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    @AfterEach
    void asItWas() {
        context.reset();
        new LogSetup().configure(context);
    }

    @Test
    void the_audit_trail_is_kept_at_any_level() {
        LogSetup.apply(new Log(Format.PLAIN, Level.ERROR));

        assertThat(LoggerFactory.getLogger(AuditTrail.LOGGER).isInfoEnabled()).isTrue();
        assertThat(LoggerFactory.getLogger(LogSetup.class).isInfoEnabled()).isFalse();
        assertThat(LoggerFactory.getLogger("io.netty").isInfoEnabled()).isFalse();
    }

    @Test
    void a_plain_line_shows_what_an_audit_event_holds() {
        LogSetup.apply(new Log(Format.PLAIN, Level.INFO));

        assertThat(auditLine())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO  audit - Call linked: event=linked"
                        + " call=\"a \\\\\"call\\\\\"\"\\R");
    }

    @Test
    void a_json_line_shows_what_an_audit_event_holds() throws IOException {
        LogSetup.apply(new Log(Format.JSON, Level.INFO));

        JsonNode line = new ObjectMapper().readTree(auditLine());
        assertThat(line.get("loggerName").textValue()).isEqualTo(AuditTrail.LOGGER);
        assertThat(line.get("formattedMessage").textValue()).isEqualTo("Call linked");
        assertThat(new ObjectMapper().convertValue(line.get("kvpList"), Map[].class))
                .containsExactly(Map.of("event", "linked"), Map.of("call", "a \"call\""));
    }

    @Test
    void it_gives_way_to_a_file_of_the_operator() {
        System.setProperty(ClassicConstants.CONFIG_FILE_PROPERTY, "own.xml");
        try {
            LoggerContext other = new LoggerContext();
            assertThat(new LogSetup().configure(other)).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
            assertThat(other.getLogger(AuditTrail.LOGGER).isAdditive()).isTrue();
        } finally {
            System.clearProperty(ClassicConstants.CONFIG_FILE_PROPERTY);
        }
    }

    @Test
    void of_a_library_only_errors_are_told_and_not_in_its_words() {
        LogSetup.apply(new Log(Format.PLAIN, Level.INFO));
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        context.getLogger("nl.idcontact.telephony").addAppender(told);

        LoggerFactory.getLogger("io.example.Pool").warn("hunter2 is slow");
        LoggerFactory.getLogger("io.example.Pool").error("hunter2 broke", new IllegalStateException("hunter2"));

        assertThat(told.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .startsWith(
                                "io.example.Pool reports an error: java.lang.IllegalStateException at nl.idcontact.telephony")
                        .doesNotContain("hunter2"));
    }

    /** As its appender would write it. */
    private String auditLine() {
        LoggingEvent event = new LoggingEvent(
                "", context.getLogger(AuditTrail.LOGGER), ch.qos.logback.classic.Level.INFO, "Call linked", null, null);
        event.addKeyValuePair(new KeyValuePair("event", "linked"));
        event.addKeyValuePair(new KeyValuePair("call", "a \"call\""));
        var appender = (ConsoleAppender<ILoggingEvent>)
                context.getLogger(AuditTrail.LOGGER).getAppender("audit");
        return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
