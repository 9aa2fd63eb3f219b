package nl.idcontact.telephony.app.observability;

import java.util.Locale;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.port.SessionEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Who was shown what, and who was refused: one structured event of the logger {@code nl.idcontact.telephony.audit} each.
 * Attributes stand there by name, never by value; {@code docs/security.md} describes the events for whoever must keep them.
 */
public final class AuditTrail implements SessionEvents, SessionEvent.Listener {
    /** The name of the logger. */
    public static final String LOGGER = "nl.idcontact.telephony.audit";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private final String instance;

    /** Signs every event with the name of this {@code instance}. */
    public AuditTrail(String instance) {
        this.instance = instance;
    }

    @Override
    public void happened(SessionEvent event) {
        event.tell(this);
    }

    @Override
    public void started(SessionEvent.Started event) {
        entry("started")
                .addKeyValue("session", event.session())
                .addKeyValue("purpose", event.purpose().tag())
                .log("Session started");
    }

    @Override
    public void authResultAccepted(SessionEvent.AuthResultAccepted event) {
        entry("auth_result_accepted")
                .addKeyValue("session", event.session())
                .addKeyValue("status", lower(event.status()))
                .addKeyValue("repeated", event.repeated())
                .log("Auth result accepted");
    }

    @Override
    public void authResultRefused(SessionEvent.AuthResultRefused event) {
        authResultRefused(lower(event.reason()));
    }

    @Override
    public void authResultUnmatched(SessionEvent.AuthResultUnmatched event) {
        authResultRefused("unknown_session");
    }

    @Override
    public void authResultConflicted(SessionEvent.AuthResultConflicted event) {
        authResultRefused("already_received");
    }

    @Override
    public void linked(SessionEvent.Linked event) {
        entry("linked", event.call())
                .addKeyValue("session", event.session())
                .addKeyValue("repeated", event.repeated())
                .log("Call linked");
    }

    @Override
    public void linkRefused(SessionEvent.LinkRefused event) {
        entry("link_refused", event.call())
                .addKeyValue("reason", lower(event.reason()))
                .log("Link refused");
    }

    @Override
    public void released(SessionEvent.Released event) {
        entry("released", event.call())
                .addKeyValue("session", event.session())
                .addKeyValue("attributes", String.join(",", event.attributeNames()))
                .log("Attributes released");
    }

    @Override
    public void releaseRefused(SessionEvent.ReleaseRefused event) {
        entry("release_refused", event.call()).log("Release refused");
    }

    @Override
    public void ended(SessionEvent.Ended event) {
        entry("ended", event.call()).addKeyValue("session", event.session()).log("Session ended");
    }

    @Override
    public void purged(SessionEvent.Purged event) {
        entry("purged").addKeyValue("sessions", event.sessions()).log("Expired sessions removed");
    }

    private void authResultRefused(String reason) {
        entry("auth_result_refused").addKeyValue("reason", reason).log("Auth result refused");
    }

    private LoggingEventBuilder entry(String name, PhoneSessionId call) {
        return entry(name).addKeyValue("call", call.value());
    }

    private LoggingEventBuilder entry(String name) {
        return LOG.atInfo().addKeyValue("event", name).addKeyValue("instance", instance);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
