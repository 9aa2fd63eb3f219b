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
import nl.idcontact.telephony.http.HttpSettings.ListenAddress;

/** One event loop's share of a listener. */
final class HttpListener implements Deployable {
    private static final int MAX_REQUEST_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 16 * 1024;
    private static final int IDLE_SECONDS = 75;
    private static final Duration BODY_PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final ListenAddress address;
    private final AccessLog log;
    private final Lifecycle lifecycle;
    private final HttpServer server;

    HttpListener(Vertx vertx, ListenAddress address, AccessLog log, Lifecycle lifecycle, Consumer<Table> routes) {
        this.vertx = vertx;
        this.address = address;
        this.log = log;
        this.lifecycle = lifecycle;
        this.server = vertx.createHttpServer(options())
                .requestHandler(router(routes))
                .invalidRequestHandler(new InvalidRequests(log));
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

    private Router router(Consumer<Table> routes) {
        BodyReader bodies = new BodyReader(vertx, BODY_PATIENCE);
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            Exchange exchange = exchange(context);
            bodies.read(exchange, () -> {
                if (PathCheck.isWellFormed(context.request().path())) {
                    context.next();
                } else {
                    exchange.answer(Reply.problem(Problems.MALFORMED_REQUEST));
                }
            });
        });
        Table table = new Table(router, this::exchange);
        routes.accept(table);
        table.finish();
        return router;
    }

    private Exchange exchange(RoutingContext context) {
        return Exchange.of(context, log, lifecycle);
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(MAX_REQUEST_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                .setIdleTimeout(IDLE_SECONDS)
                .setHttp2ClearTextEnabled(false)
                .setTcpNoDelay(true)
                .setAcceptBacklog(1024);
    }
}
