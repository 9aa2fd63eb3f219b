package nl.idcontact.telephony.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import nl.idcontact.telephony.app.config.Log;
import nl.idcontact.telephony.app.observability.AuditTrail;
import org.slf4j.LoggerFactory;

/** Puts the log settings into force, over what {@code logback.xml} says. The audit trail is kept at any level. */
final class LogSetup {

    private static final String OURS = "nl.idcontact.telephony";

    private LogSetup() {}

    static void apply(Log log) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(OURS).setLevel(Level.valueOf(log.level().name()));
        if (log.format() == Log.Format.JSON) {
            asJson(context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console"), context);
            asJson(context.getLogger(AuditTrail.LOGGER).getAppender("audit"), context);
        }
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
