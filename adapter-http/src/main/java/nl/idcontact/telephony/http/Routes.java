package nl.idcontact.telephony.http;

import java.util.function.Consumer;
import nl.idcontact.telephony.domain.SessionDomain;

/** Every address, and what is behind it. */
final class Routes {
    private final SessionDomain domain;
    private final HttpSettings settings;
    private final Operations operations;
    private final Workplace workplace;
    private final DescriptionHandler description = new DescriptionHandler();
    private final PageHandler attributeUi;
    private final PageHandler connectUi;

    Routes(SessionDomain domain, HttpSettings settings, Operations operations, Workplace workplace) {
        this.domain = domain;
        this.settings = settings;
        this.operations = operations;
        this.workplace = workplace;
        PageSettings pages = settings.pages();
        this.attributeUi = new PageHandler(
                "attribute-ui", ContentSecurityPolicy.ofAttributeUi(pages), PermissionsPolicy.ofAttributeUi());
        this.connectUi = new PageHandler(
                "connect-ui", ContentSecurityPolicy.ofConnectUi(pages), PermissionsPolicy.ofConnectUi(pages));
    }

    /** For the core, auth plugins and operators. */
    void internal(Table table) {
        var start = new StartCommunicationHandler(domain.startSession(), settings.telephone());
        var health = new HealthHandlers(workplace.lifecycle(), operations.ready());

        table.post("/start_communication", waiting(start))
                .post("/session_result/{code}", waiting(new SessionResultHandler(domain.receiveAuthResult())))
                .post("/clean_db", waiting(new CleanDbHandler(domain.purgeExpired())))
                .getOrHead("/health/live", atOnce(HealthHandlers.live()))
                .getOrHead("/health/ready", exchange -> workplace.readiness().take(exchange, health.ready()))
                .getOrHead("/metrics", atOnce(new MetricsHandler(operations.metrics())))
                .getOrHead("/openapi.json", atOnce(description));
    }

    /** For the telephony side and agents' browsers. */
    void open(Table table) {
        PageSettings pages = settings.pages();
        var secrets = new Bearer.Secrets(settings.access().linkSecrets());
        var requests = new Requests(settings.access().releaseTokenRequired());
        var events = new EventsHandler(domain.releaseAttributes(), requests, workplace.streams());

        table.post("/link_phone", waiting(new LinkPhoneHandler(domain.linkCall(), secrets)))
                .get("/session_info/{sessionid}", waiting(new SessionInfoHandler(domain.releaseAttributes(), requests)))
                .get("/session_info/{sessionid}/events", waiting(events))
                .post("/session_info/{sessionid}/logout", waiting(new LogoutHandler(domain.endSession(), requests)))
                .post("/session_info/{sessionid}/activity", waiting(new ActivityHandler(domain.keepAlive(), requests)))
                .getOrHead("/attribute-ui/settings.json", atOnce(told(PageSettingsShapes.MAPPER.attributeUi(pages))))
                .getOrHead("/attribute-ui/*", attributeUi)
                .getOrHead("/connect-ui/settings.json", atOnce(told(PageSettingsShapes.MAPPER.connectUi(pages))))
                .getOrHead("/connect-ui/*", connectUi)
                .getOrHead("/openapi.json", atOnce(description));
    }

    private static Endpoint told(Object shape) {
        Reply reply = Reply.json(shape);
        return request -> () -> reply;
    }

    private Consumer<Exchange> waiting(Endpoint endpoint) {
        return exchange -> workplace.store().take(exchange, endpoint);
    }

    private static Consumer<Exchange> atOnce(Endpoint endpoint) {
        return exchange -> endpoint.accept(exchange.incoming()).get().to(exchange);
    }
}
