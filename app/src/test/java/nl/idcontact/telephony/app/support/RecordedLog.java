package nl.idcontact.telephony.app.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import nl.idcontact.telephony.app.LogSetup;
import nl.idcontact.telephony.app.observability.AuditTrail;
import org.slf4j.LoggerFactory;

/** All that is logged in this JVM while it is open, by our loggers and everybody else's, down to debugging. */
public final class RecordedLog implements AutoCloseable {
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = context.getLogger("nl.idcontact.telephony");
    private final Logger audit = context.getLogger(AuditTrail.LOGGER);
    private final java.util.logging.Logger javaRoot = java.util.logging.Logger.getLogger("");
    private final List<Level> levels = List.of(root.getLevel(), ours.getLevel());
    private final java.util.logging.Level javaLevel = javaRoot.getLevel();
    private final Appender<ILoggingEvent> libraries = root.getAppender(LogSetup.LIBRARIES);
    private final Appender<ILoggingEvent> console = ours.getAppender(LogSetup.CONSOLE);
    private final Recorder recorder = new Recorder();
    private final JavaRecorder javaRecorder = new JavaRecorder();

    private RecordedLog() {
        recorder.setContext(context);
        recorder.start();
        root.detachAppender(libraries);
        ours.detachAppender(console);
        root.addAppender(recorder);
        ours.addAppender(recorder);
        audit.addAppender(recorder);
        root.setLevel(Level.DEBUG);
        ours.setLevel(Level.DEBUG);
        javaRecorder.setLevel(java.util.logging.Level.FINE);
        javaRoot.addHandler(javaRecorder);
        javaRoot.setLevel(java.util.logging.Level.FINE);
    }

    /** Begins to record. */
    public static RecordedLog start() {
        return new RecordedLog();
    }

    /** The events of the audit trail so far. */
    public List<ILoggingEvent> auditTrail() {
        return recorder.events.stream()
                .filter(event -> event.getLoggerName().equals(AuditTrail.LOGGER))
                .toList();
    }

    /** Everything but the audit trail so far, each with all its parts in one text that begins with the logger's name. */
    public List<String> texts() {
        return Stream.concat(
                        recorder.events.stream()
                                .filter(event -> !event.getLoggerName().equals(AuditTrail.LOGGER))
                                .map(RecordedLog::text),
                        javaRecorder.texts.stream())
                .toList();
    }

    /** All parts of an event in one text. */
    public static String text(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        return String.join(
                " ",
                event.getLoggerName(),
                event.getFormattedMessage(),
                String.valueOf(event.getKeyValuePairs()),
                String.valueOf(event.getMDCPropertyMap()),
                thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
    }

    @Override
    public void close() {
        javaRoot.setLevel(javaLevel);
        javaRoot.removeHandler(javaRecorder);
        root.setLevel(levels.get(0));
        ours.setLevel(levels.get(1));
        audit.detachAppender(recorder);
        ours.detachAppender(recorder);
        root.detachAppender(recorder);
        ours.addAppender(console);
        root.addAppender(libraries);
    }

    private static final class Recorder extends AppenderBase<ILoggingEvent> {
        private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }
    }

    private static final class JavaRecorder extends Handler {
        private final Queue<String> texts = new ConcurrentLinkedQueue<>();
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord event) {
            String logger = String.valueOf(event.getLoggerName());
            // The client that tests play everybody else with.
            if (!logger.startsWith("jdk.internal.httpclient")) {
                texts.add(logger + " " + formatter.format(event));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
