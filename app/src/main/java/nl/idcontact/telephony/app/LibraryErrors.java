package nl.idcontact.telephony.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that a library reports an error, and where. What the library says is not repeated: it may quote what it handles. */
final class LibraryErrors extends AppenderBase<ILoggingEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryErrors.class);

    @Override
    protected void append(ILoggingEvent event) {
        String cause = event.getThrowableProxy() instanceof ThrowableProxy problem
                ? ": " + Failures.kindAndPlace(problem.getThrowable())
                : "";
        LOG.error("{} reports an error{}", event.getLoggerName(), cause);
    }
}
