package nl.idcontact.telephony.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.app.config.AttributeDisplay;
import nl.idcontact.telephony.app.config.Configuration;
import nl.idcontact.telephony.app.config.Link;
import nl.idcontact.telephony.app.config.Listener;
import nl.idcontact.telephony.app.config.Pages;
import nl.idcontact.telephony.app.config.Release;
import nl.idcontact.telephony.app.config.Secret;
import nl.idcontact.telephony.app.config.Sessions;
import nl.idcontact.telephony.http.HttpSettings;
import nl.idcontact.telephony.http.HttpSettings.Access;
import nl.idcontact.telephony.http.HttpSettings.Limits;
import nl.idcontact.telephony.http.HttpSettings.ListenAddress;
import nl.idcontact.telephony.http.HttpSettings.Listeners;
import nl.idcontact.telephony.http.HttpSettings.Telephone;
import nl.idcontact.telephony.http.PageSettings;
import nl.idcontact.telephony.http.PageSettings.AttributeLabel;
import nl.idcontact.telephony.http.PageSettings.Softphone;
import nl.idcontact.telephony.postgres.PostgresDatabase;

/** What the configuration says to the HTTP adapter. */
final class HttpFace {
    private static final int WORKERS_A_CONNECTION = 2;

    private HttpFace() {}

    static HttpSettings of(Configuration configuration) {
        var server = configuration.server();
        Listeners listeners = new Listeners(
                address(server.listeners().internal()),
                address(server.listeners().open()));
        return new HttpSettings(
                listeners,
                telephone(configuration),
                access(configuration.sessions()),
                pages(configuration.pages()),
                limits());
    }

    /** More requests at work than there are connections to the database: those that wait for one share the next. */
    private static Limits limits() {
        Limits usual = Limits.DEFAULT;
        return new Limits(
                WORKERS_A_CONNECTION * PostgresDatabase.connectionsForRequests(),
                usual.queue(),
                usual.deadline(),
                usual.streams());
    }

    private static ListenAddress address(Listener listener) {
        return new ListenAddress(listener.address().getHostAddress(), listener.port());
    }

    private static Telephone telephone(Configuration configuration) {
        var telephone = configuration.sessions().telephone();
        return new Telephone(
                configuration.server().internalUrl(),
                telephone.number(),
                telephone.pauses(),
                telephone.numbersByPurpose());
    }

    private static Access access(Sessions sessions) {
        Link link = sessions.link();
        List<String> secrets = link.authentication() == Link.Authentication.NONE
                ? List.of()
                : link.secrets().stream().map(Secret::reveal).toList();
        return new Access(secrets, sessions.release().token() == Release.Token.REQUIRED);
    }

    private static PageSettings pages(Pages pages) {
        Map<String, AttributeLabel> attributes = new LinkedHashMap<>();
        pages.attributes().forEach((name, display) -> attributes.put(name, label(display)));
        return new PageSettings(
                pages.ui().frameAncestors(),
                new Softphone(pages.ui().ccpUrl(), pages.ui().region()),
                pages.ui().stylesheet(),
                pages.purposeLabels(),
                attributes);
    }

    private static AttributeLabel label(AttributeDisplay display) {
        return new AttributeLabel(display.label(), display.masked());
    }
}
