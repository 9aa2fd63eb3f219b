package nl.idcontact.telephony.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One of the two pages, below {@code /{page}/}. */
final class PageHandler implements Consumer<Exchange> {
    private static final int PERMANENT_REDIRECT = 308;

    private final String root;
    private final WebRoot files;
    private final Map<String, String> headers;

    /**
     * @param page its name
     * @param policy its content security policy
     * @param permissions its permissions policy
     */
    PageHandler(String page, String policy, String permissions) {
        this.root = "/" + page;
        this.files = new WebRoot(page);
        this.headers = Map.of(
                "Content-Security-Policy", policy,
                "Permissions-Policy", permissions,
                "Referrer-Policy", "no-referrer");
    }

    @Override
    public void accept(Exchange exchange) {
        HttpServerRequest request = exchange.context().request();
        String path = exchange.context().normalizedPath();
        if (path.equals(root)) {
            String query = request.query() == null ? "" : "?" + request.query();
            // Relative, since a proxy may serve the page below another path.
            exchange.answer(Reply.empty(PERMANENT_REDIRECT).with("Location", root.substring(1) + "/" + query));
            return;
        }
        String name = path.substring(root.length() + 1);
        Reply reply = files.file(name)
                .map(file -> file(file, name, request))
                .orElseGet(() -> Reply.problem(Problems.NOT_FOUND));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        exchange.answer(reply);
    }

    private static Reply file(PageFile file, String name, HttpServerRequest request) {
        boolean compressed = file.isCompressible() && acceptsGzip(request.getHeader("Accept-Encoding"));
        String tag = '"' + file.tag() + (compressed ? "-gzip" : "") + '"';
        boolean known = isAmong(tag, request.getHeader("If-None-Match"));
        Reply reply =
                known ? Reply.empty(304) : Reply.of(200, file.contentType(), compressed ? file.gzip() : file.plain());
        reply = reply.with("ETag", tag).with("Cache-Control", caching(name));
        if (file.isCompressible()) {
            reply = reply.with("Vary", "Accept-Encoding");
        }
        return compressed && !known ? reply.with("Content-Encoding", "gzip") : reply;
    }

    /** The names in {@code assets/} change with their content. */
    private static String caching(String name) {
        return name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    }

    private static boolean acceptsGzip(@Nullable String accepted) {
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .map(String::strip)
                        .anyMatch(coding ->
                                coding.matches("(?i)gzip(\\s*;\\s*q=(0\\.0{0,2}[1-9]\\d*|0\\.[1-9]\\d*|1(\\.0*)?))?"));
    }

    private static boolean isAmong(String tag, @Nullable String known) {
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals(tag) || one.equals("W/" + tag) || one.equals("*"));
    }
}
