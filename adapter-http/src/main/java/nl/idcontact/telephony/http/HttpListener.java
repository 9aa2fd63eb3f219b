package nl.idcontact.telephony.http;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.idcontact.telephony.http.HttpSettings.ListenAddress;

/** One event loop's share of a listener. */
final class HttpListener implements Deployable {
    private static final int MAX_REQUEST_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 16 * 1024;
    private static final int IDLE_SECONDS = 75;

    private final Vertx vertx;
    private final ListenAddress address;
    private final Function<RoutingContext, Exchange> exchanges;
    private final HttpServer server;

    /**
     * Makes a listener that does not listen yet.
     *
     * @param address where it will
     * @param exchanges the exchange of each request
     * @param patience how long the head of a first request may take, and the body of any
     * @param routes what it serves
     */
    HttpListener(
            Vertx vertx, ListenAddress address, Exchange.Keeper exchanges, Duration patience, Consumer<Table> routes) {
        this.vertx = vertx;
        this.address = address;
        this.exchanges = exchanges::of;
        Patience heads = new Patience(vertx, patience);
        Router router = router(new BodyReader(vertx, patience), routes);
        this.server = vertx.createHttpServer(options())
                .connectionHandler(connection -> {
                    StrictHttp.guard(connection);
                    heads.begin(connection);
                })
                .requestHandler(request -> {
                    heads.end(request.connection());
                    router.handle(request);
                })
                .invalidRequestHandler(new InvalidRequests(exchanges.log()));
    }

    @Override
    public Future<?> deploy(Context eventLoop) {
        return server.listen(address.port(), address.host());
    }

    /** The port, once started. */
    int port() {
        return server.actualPort();
    }

    /** Takes no more connections, lets requests finish for {@code grace}, then closes what is left. */
    Future<Void> shutdown(Duration grace) {
        return server.shutdown(grace);
    }

    private Router router(BodyReader bodies, Consumer<Table> routes) {
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            Exchange exchange = exchanges.apply(context);
            bodies.read(exchange, () -> {
                if (PathCheck.isWellFormed(context.request().path())) {
                    context.next();
                } else {
                    exchange.answer(Reply.problem(Problems.MALFORMED_REQUEST));
                }
            });
        });
        Table table = new Table(router, exchanges);
        routes.accept(table);
        table.finish();
        return router;
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(MAX_REQUEST_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                .setIdleTimeout(IDLE_SECONDS)
                .setHttp2ClearTextEnabled(false)
                .setTcpNoDelay(true)
                // Nobody speaks WebSocket here; without, connections have a handler less each.
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setAcceptBacklog(1024);
    }
}
