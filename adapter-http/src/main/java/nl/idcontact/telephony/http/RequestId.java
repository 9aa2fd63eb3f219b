package nl.idcontact.telephony.http;

import io.vertx.core.MultiMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what a request is found in logs: the sender's {@code X-Request-Id}, else the trace id of its {@code traceparent} (W3C Trace
 * Context section 3.2), if well-formed, else a new one. It is no secret.
 */
final class RequestId {
    static final String HEADER = "X-Request-Id";

    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9_.-]{8,64}");
    /** Ids that could be a code or a telephone number are not taken over into logs. */
    private static final Pattern DIGITS = Pattern.compile("[0-9.-]+");

    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private RequestId() {}

    static String of(MultiMap headers) {
        String given = headers.get(HEADER);
        if (given != null
                && ACCEPTED.matcher(given).matches()
                && !DIGITS.matcher(given).matches()) {
            return given;
        }
        String trace = traceId(headers.get("traceparent"));
        return trace == null ? fresh() : trace;
    }

    private static @Nullable String traceId(@Nullable String traceParent) {
        if (traceParent == null) {
            return null;
        }
        Matcher trace = TRACE_PARENT.matcher(traceParent.toLowerCase(Locale.ROOT));
        return trace.matches() ? trace.group(1) : null;
    }

    private static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }
}
