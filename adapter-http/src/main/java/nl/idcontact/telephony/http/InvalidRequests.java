package nl.idcontact.telephony.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/** Answers what is not even HTTP. Where such a request ends is not known, so that its connection ends with the answer. */
final class InvalidRequests implements Handler<HttpServerRequest> {
    private final AccessLog log;

    InvalidRequests(AccessLog log) {
        this.log = log;
    }

    @Override
    public void handle(HttpServerRequest request) {
        Reply reply = Reply.problem(problem(request.decoderResult().cause())).with("Connection", "close");
        String id = RequestId.of(request.headers());
        log.answered(request.method(), "none", reply.status(), Duration.ZERO, id);
        var response = request.response().setStatusCode(reply.status());
        reply.headers().forEach(response::putHeader);
        response.putHeader(RequestId.HEADER, id);
        response.end(reply.body()).onComplete(ended -> request.connection().close());
    }

    private static Problem problem(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return Problems.URI_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException ? Problems.HEADERS_TOO_LARGE : Problems.MALFORMED_REQUEST;
    }
}
