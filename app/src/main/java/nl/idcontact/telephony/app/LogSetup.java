package nl.idcontact.telephony.app;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import nl.idcontact.telephony.app.config.Log;
import nl.idcontact.telephony.app.observability.AuditTrail;
import nl.idcontact.telephony.app.observability.PlainPairs;
import org.slf4j.LoggerFactory;

/**
 * What is logged, and how it looks. Logback finds it as a service and asks it first; it gives way to a file that the operator names by
 * {@code -Dlogback.configurationFile}. In Java, since a start waits longer for the same as XML.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {
    /** The appender of the server's own lines. */
    public static final String CONSOLE = "console";
    /** The appender of what libraries report. */
    public static final String LIBRARIES = "libraries";

    private static final String OURS = "nl.idcontact.telephony";
    private static final String BEGIN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{0} - ";
    private static final String END = "%n%nopex";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.ERROR);
        LibraryErrors libraries = new LibraryErrors();
        libraries.setContext(context);
        libraries.setName(LIBRARIES);
        libraries.start();
        root.addAppender(libraries);
        Logger ours = context.getLogger(OURS);
        ours.setLevel(Level.INFO);
        ours.setAdditive(false);
        ours.addAppender(console(CONSOLE, "%msg", context));
        // Kept whatever the level of the rest.
        Logger audit = context.getLogger(AuditTrail.LOGGER);
        audit.setLevel(Level.INFO);
        audit.setAdditive(false);
        audit.addAppender(console("audit", "%msg:%pairs", context));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Puts the log settings into force. The audit trail is kept at any level. */
    static void apply(Log log) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(OURS).setLevel(Level.valueOf(log.level().name()));
        if (log.format() == Log.Format.JSON) {
            asJson(context.getLogger(OURS).getAppender(CONSOLE), context);
            asJson(context.getLogger(AuditTrail.LOGGER).getAppender("audit"), context);
        }
    }

    private static Appender<ILoggingEvent> console(String name, String message, LoggerContext context) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName(name);
        console.setEncoder(plain(message, context));
        console.start();
        return console;
    }

    private static Encoder<ILoggingEvent> plain(String message, LoggerContext context) {
        PatternLayout layout = new PatternLayout();
        layout.getInstanceConverterMap().put("pairs", PlainPairs::new);
        layout.setPattern(BEGIN + message + END);
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setLayout(layout);
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static void asJson(Appender<ILoggingEvent> appender, LoggerContext context) {
        if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
            JsonEncoder json = new JsonEncoder();
            json.setContext(context);
            json.setWithMessage(false);
            json.setWithArguments(false);
            json.setWithFormattedMessage(true);
            json.setWithThrowable(false);
            json.start();
            console.setEncoder(json);
        }
    }
}
