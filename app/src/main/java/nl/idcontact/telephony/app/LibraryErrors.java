package nl.idcontact.telephony.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that a library reports an error, and where. What the library says is not repeated: it may quote what it handles. */
final class LibraryErrors extends AppenderBase<ILoggingEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryErrors.class);

    @Override
    protected void append(ILoggingEvent event) {
        LOG.error("{} reports an error{}", event.getLoggerName(), cause(event.getThrowableProxy()));
    }

    private static String cause(@Nullable IThrowableProxy problem) {
        if (problem == null) {
            return "";
        }
        var trace = problem.getStackTraceElementProxyArray();
        return ": " + problem.getClassName()
                + (trace == null || trace.length == 0 ? "" : " at " + trace[0].getStackTraceElement());
    }
}
