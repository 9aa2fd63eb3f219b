package nl.idcontact.telephony.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a page may load, run, reach and be embedded by (W3C CSP3): its own origin, what was configured, nothing inline. */
final class ContentSecurityPolicy {
    private ContentSecurityPolicy() {}

    /** Of the page with the attributes. */
    static String ofAttributeUi(PageSettings settings) {
        String styles = sources(origin(settings.stylesheet()));
        return policy(
                settings,
                List.of("style-src " + styles, "font-src " + styles, "img-src 'self' data:", "connect-src 'self'"));
    }

    /** Of the page around the softphone. */
    static String ofConnectUi(PageSettings settings) {
        String softphone = sources(origin(settings.softphone().ccpUrl()));
        return policy(
                settings,
                List.of(
                        "style-src 'self'",
                        "font-src 'self'",
                        "img-src 'self' data:",
                        "connect-src " + softphone,
                        "frame-src " + softphone));
    }

    /** Scheme, host and port of an address; nothing of a path. */
    static Optional<String> origin(Optional<URI> address) {
        return address.filter(URI::isAbsolute).map(uri -> uri.getScheme() + "://" + uri.getRawAuthority());
    }

    private static String policy(PageSettings settings, List<String> own) {
        List<String> directives = new ArrayList<>(List.of("default-src 'none'", "script-src 'self'"));
        directives.addAll(own);
        directives.add("base-uri 'none'");
        directives.add("form-action 'none'");
        directives.add("frame-ancestors " + sources(settings.frameAncestors().stream()));
        return String.join("; ", directives);
    }

    private static String sources(Optional<String> configured) {
        return sources(configured.stream());
    }

    private static String sources(Stream<String> configured) {
        return Stream.concat(Stream.of("'self'"), configured).collect(Collectors.joining(" "));
    }
}
