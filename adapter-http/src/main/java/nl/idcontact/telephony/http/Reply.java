package nl.idcontact.telephony.http;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A whole answer. Unless told otherwise nobody may keep it.
 *
 * @param status the HTTP status
 * @param headers its headers, each once
 * @param body may be empty
 */
record Reply(int status, Map<String, String> headers, Buffer body) implements Answer {
    private static final Map<String, String> ALWAYS =
            Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff");

    @Override
    public void to(Exchange exchange) {
        exchange.answer(this);
    }

    static Reply noContent() {
        return new Reply(204, ALWAYS, Buffer.buffer());
    }

    static Reply empty(int status) {
        return new Reply(status, ALWAYS, Buffer.buffer());
    }

    static Reply json(Object shape) {
        return json(200, shape);
    }

    static Reply json(int status, Object shape) {
        return of(status, "application/json", Buffer.buffer(Json.write(shape)));
    }

    static Reply problem(Problem problem) {
        return of(problem.status(), "application/problem+json", Buffer.buffer(Json.write(problem)));
    }

    static Reply of(int status, String contentType, Buffer body) {
        return new Reply(status, ALWAYS, body).with("Content-Type", contentType);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }
}
