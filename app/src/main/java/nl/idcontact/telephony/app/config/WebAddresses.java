package nl.idcontact.telephony.app.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types of the settings that hold an address: of a listener, a server or a page. */
final class WebAddresses {

    private static final String HOST = "(?:[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+\\])";
    private static final Pattern AUTHORITY = Pattern.compile(HOST + "(?::([0-9]{1,5}))?");
    private static final Pattern ORIGIN =
            Pattern.compile("https?://(?:\\*\\.)?" + HOST + "(?::(?:([0-9]{1,5})|\\*))?/?");
    private static final Pattern PATH = Pattern.compile("/(?!/)[A-Za-z0-9._~/%?=&-]*");
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]+");

    /** An address that others are put behind; a slash at its end is dropped, so that it can be followed by a path. */
    static final ValueType<URI> BASE = new TextType<>(
            "an absolute http or https address without user, query and fragment, such as http://telephony:8000",
            text -> absolute(text)
                    .filter(uri -> uri.getRawQuery() == null)
                    .map(uri -> URI.create(uri.toString().replaceAll("/+$", ""))));

    /** The address of a page. */
    static final ValueType<URI> PAGE = new TextType<>(
            "an absolute http or https address, such as https://example.my.connect.aws/ccp-v2", WebAddresses::absolute);

    /** The address of a page, or a path on the origin of the page that refers to it. */
    static final ValueType<URI> PAGE_OR_PATH = new TextType<>(
            "an absolute http or https address or a path that begins with one slash, such as /theme/town.css",
            text -> PATH.matcher(text).matches() ? uri(text) : absolute(text));

    /** A host source of CSP (W3C CSP3, section 2.3.1) without a path: what stands in {@code frame-ancestors}. */
    static final ValueType<String> ORIGIN_SOURCE = new TextType<>(
            "an origin such as https://example.my.connect.aws (https://*.example.org is one too)",
            text -> Optional.of(text)
                    .filter(origin -> fits(ORIGIN, origin))
                    .map(origin -> origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin));

    /** The IP address that a listener binds to. A host name is refused: it would have to be looked up. */
    static final ValueType<InetAddress> LISTENER =
            new TextType<>("an IP address such as 127.0.0.1 or 0.0.0.0", WebAddresses::ipAddress);

    private WebAddresses() {}

    private static Optional<URI> absolute(String text) {
        return uri(text)
                .filter(uri -> "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                .filter(uri -> isAuthority(uri.getRawAuthority()))
                .filter(uri -> uri.getRawFragment() == null);
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** Looks at the authority itself, since {@link URI#getHost} knows no host with an underscore, as Compose makes. */
    private static boolean isAuthority(@Nullable String authority) {
        return authority != null && fits(AUTHORITY, authority);
    }

    /** Whether a text has this form, and its port is one. */
    private static boolean fits(Pattern form, String text) {
        var matcher = form.matcher(text);
        return matcher.matches() && (matcher.group(1) == null || Integer.parseInt(matcher.group(1)) <= 65_535);
    }

    private static Optional<InetAddress> ipAddress(String text) {
        String literal = text.equals("localhost") ? "127.0.0.1" : text;
        boolean isLiteral =
                IPV4.matcher(literal).matches() || IPV6.matcher(literal).matches();
        try {
            return isLiteral ? Optional.of(InetAddress.getByName(literal)) : Optional.empty();
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }
}
