package nl.idcontact.telephony.http;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request: never its path, which may hold a code, but the template of it. */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("nl.idcontact.telephony.http.access");
    private static final Set<String> METHODS = Stream.of(
                    HttpMethod.GET,
                    HttpMethod.HEAD,
                    HttpMethod.POST,
                    HttpMethod.PUT,
                    HttpMethod.DELETE,
                    HttpMethod.PATCH,
                    HttpMethod.OPTIONS,
                    HttpMethod.TRACE,
                    HttpMethod.CONNECT)
            .map(HttpMethod::name)
            .collect(Collectors.toUnmodifiableSet());

    private final RequestObserver observer;

    AccessLog(RequestObserver observer) {
        this.observer = observer;
    }

    void answered(HttpMethod method, String route, int status, Duration took, String requestId) {
        String known = METHODS.contains(method.name()) ? method.name() : "OTHER";
        observer.answered(known, route, status, took);
        LOG.atInfo()
                .addKeyValue("method", known)
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("millis", took.toMillis())
                .addKeyValue("request_id", requestId)
                .log("{} {} {} in {} ms, request {}", known, route, status, took.toMillis(), requestId);
    }
}
