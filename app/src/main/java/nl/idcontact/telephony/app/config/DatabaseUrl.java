package nl.idcontact.telephony.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a PostgreSQL database: the URI of libpq ({@code postgres://user:password@host:5432/db}, as the original
 * plugin takes it) or a JDBC URL ({@code jdbc:postgresql://host/db?user=…}), either with several hosts. The user part is
 * understood in both. It may hold a password, so that nothing of it is ever quoted.
 */
record DatabaseUrl() implements ValueType<DatabaseAddress> {

    private static final Pattern URL = Pattern.compile(
            "(?<scheme>postgres|postgresql|jdbc:postgresql)://(?<authority>[^/?#]*)(?:/(?<name>[^?#/@]*))?(?:\\?(?<query>[^#]*))?");
    private static final Pattern JDBC_WITHOUT_HOST = Pattern.compile("^jdbc:postgresql:(?:/(?!/)|//(?=/|$)/?|(?!/))");
    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.%]+\\])(?::([0-9]{1,5}))?");

    @Override
    public String expected() {
        return "postgres://user:password@host:5432/db or jdbc:postgresql://host:5432/db?user=...&password=...,"
                + " with special characters in user and password percent-encoded";
    }

    @Override
    public boolean secret() {
        return true;
    }

    @Override
    public DatabaseAddress read(JsonNode node) throws Unacceptable {
        String text = node.isTextual() ? node.textValue() : "";
        Matcher url = URL.matcher(JDBC_WITHOUT_HOST.matcher(text).replaceFirst("jdbc:postgresql://localhost/"));
        if (!url.matches()) {
            throw new Unacceptable("must be " + expected());
        }
        try {
            return address(url);
        } catch (IllegalArgumentException badEscape) {
            throw new Unacceptable("must have two hexadecimal digits after every %; a % itself is written %25");
        }
    }

    private static DatabaseAddress address(Matcher url) throws Unacceptable {
        boolean jdbc = url.group("scheme").startsWith("jdbc:");
        String authority = url.group("authority");
        int at = authority.lastIndexOf('@');
        String[] login = authority.substring(0, Math.max(at, 0)).split(":", 2);
        Map<String, String> parameters = new TreeMap<>();
        parameters.put(DatabaseParameters.USER, decoded(login[0]));
        parameters.put(DatabaseParameters.PASSWORD, login.length == 2 ? decoded(login[1]) : "");
        String hosts = hosts(authority.substring(at + 1));
        for (String pair : Optional.ofNullable(url.group("query")).orElse("").split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                String value = parts.length == 2 ? parts[1] : "";
                DatabaseParameters.put(parameters, parts[0], jdbc ? formDecoded(value) : decoded(value));
            }
        }
        Optional<String> user = nonEmpty(parameters.remove(DatabaseParameters.USER));
        Optional<Secret> password =
                nonEmpty(parameters.remove(DatabaseParameters.PASSWORD)).map(Secret::new);
        if (hosts.contains(",")) {
            parameters.putIfAbsent(DatabaseParameters.SERVER_TYPE, "primary");
        }
        String name = nonEmpty(url.group("name"))
                .map(DatabaseUrl::decoded)
                .or(() -> user)
                .orElseThrow(() -> new Unacceptable("must name the database: postgres://host:5432/db"));
        return new DatabaseAddress(jdbcUrl(hosts, name, parameters), user, password);
    }

    private static String hosts(String hosts) throws Unacceptable {
        for (String host : hosts.split(",", -1)) {
            Matcher matcher = HOST.matcher(host);
            if (!matcher.matches() || !isPort(matcher.group(1))) {
                throw new Unacceptable(
                        "must name a host, or several separated by commas, each with an optional port from"
                                + " 1 to 65535 (a Unix socket cannot be used); an @, / or ? in user or password is percent-encoded");
            }
        }
        return hosts;
    }

    private static boolean isPort(@Nullable String port) {
        return port == null || (Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535);
    }

    private static String jdbcUrl(String hosts, String name, Map<String, String> parameters) {
        StringBuilder url = new StringBuilder("jdbc:postgresql://" + hosts + "/" + encoded(name));
        String separator = "?";
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            url.append(separator).append(parameter.getKey()).append('=').append(encoded(parameter.getValue()));
            separator = "&";
        }
        return url.toString();
    }

    private static Optional<String> nonEmpty(@Nullable String text) {
        return Optional.ofNullable(text).filter(present -> !present.isEmpty());
    }

    /** Percent-decoding of RFC 3986, where a plus sign is itself. */
    private static String decoded(String text) {
        return formDecoded(text.replace("+", "%2B"));
    }

    /** What the driver does with parameters: a plus sign is a space. */
    private static String formDecoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
