package nl.idcontact.telephony.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** A listener's table of addresses; whatever is not in it gets the problem that says so. */
final class Table {
    private final Router router;
    private final Function<RoutingContext, Exchange> exchanges;
    private final Map<String, Set<String>> methods = new LinkedHashMap<>();

    Table(Router router, Function<RoutingContext, Exchange> exchanges) {
        this.router = router;
        this.exchanges = exchanges;
    }

    Table get(String template, Consumer<Exchange> handler) {
        return on(HttpMethod.GET, template, handler);
    }

    /** For addresses that others watch, or that hold a file: HEAD is GET without the body (RFC 9110 section 9.3.2). */
    Table getOrHead(String template, Consumer<Exchange> handler) {
        return on(HttpMethod.GET, template, handler).on(HttpMethod.HEAD, template, handler);
    }

    Table post(String template, Consumer<Exchange> handler) {
        return on(HttpMethod.POST, template, handler);
    }

    private Table on(HttpMethod method, String template, Consumer<Exchange> handler) {
        methods.computeIfAbsent(template, first -> new TreeSet<>()).add(method.name());
        router.route(method, path(template)).handler(context -> {
            Exchange exchange = exchanges.apply(context);
            exchange.found(template);
            handler.accept(exchange);
        });
        return this;
    }

    /** Ends the table: other methods of its addresses are not allowed, other addresses not found. */
    void finish() {
        methods.forEach((template, allowed) -> router.route(path(template)).handler(context -> {
            Exchange exchange = exchanges.apply(context);
            exchange.found(template);
            exchange.answer(Reply.problem(Problems.METHOD_NOT_ALLOWED).with("Allow", String.join(", ", allowed)));
        }));
        router.route().handler(context -> exchanges.apply(context).answer(Reply.problem(Problems.NOT_FOUND)));
        router.errorHandler(400, context -> exchanges.apply(context).answer(Reply.problem(Problems.MALFORMED_REQUEST)));
        router.errorHandler(404, context -> exchanges.apply(context).answer(Reply.problem(Problems.NOT_FOUND)));
        router.errorHandler(500, context -> {
            Throwable failure = context.failure();
            exchanges
                    .apply(context)
                    .answer(failure == null ? Reply.problem(Problems.INTERNAL_ERROR) : Replies.of(failure));
        });
    }

    /** The places of a template that vary, as the router writes them. */
    private static String path(String template) {
        return template.replace("{", ":").replace("}", "");
    }
}
