package nl.idcontact.telephony.lambda.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The delivered nginx configuration, read as nginx reads it: directives end with a semicolon or hold a block. */
class NginxExampleTest {
    private static final Pattern TOKEN = Pattern.compile("#[^\\n]*|'[^']*'|\"[^\"]*\"|[{};]|[^\\s{};]+");

    private final Map<String, List<String>> blocks = blocks();

    @Test
    void linksOnlyForTelephonyAndShowsOnlyToAgents() {
        assertThat(location("= /link_phone")).contains("proxy_pass http://telephony");
        assertThat(location("= /link_phone if ($from_telephony = 0)")).containsExactly("return 403");
        for (String agents :
                List.of("~ ^/session_info/.+/events$", "/session_info/", "/attribute-ui/", "/connect-ui/")) {
            assertThat(location(agents)).as(agents).contains("proxy_pass http://telephony");
            assertThat(location(agents + " if ($from_agents = 0)")).containsExactly("return 403");
        }
        assertThat(location("/")).containsExactly("return 404");
        assertThat(blocks.keySet().stream().filter(name -> name.matches("/ server location [^(]*")))
                .as("every other address is refused")
                .hasSize(6);
        assertThat(blocks.get("/ geo $from_telephony")).contains("default 0");
        assertThat(blocks.get("/ geo $from_agents")).contains("default 0");
    }

    @Test
    void passesStreamsOnAtOnce() {
        assertThat(location("~ ^/session_info/.+/events$"))
                .contains("proxy_buffering off", "proxy_cache off", "gzip off", "proxy_read_timeout 60s");
    }

    @Test
    void logsNoPathAndRepeatsNothing() {
        String everything = blocks.values().toString();
        assertThat(blocks.get("/"))
                .filteredOn(directive -> directive.startsWith("log_format"))
                .singleElement()
                .asString()
                .doesNotContain("$request ", "$request'", "$request_uri", "$uri", "$args", "$http_");
        assertThat(everything)
                .contains("proxy_next_upstream off", "ssl_protocols TLSv1.2 TLSv1.3", "client_max_body_size 64k")
                .doesNotContain("access_log off");
        assertThat(blocks.entrySet())
                .filteredOn(block -> block.getKey().endsWith("server"))
                .isNotEmpty()
                .allSatisfy(server ->
                        assertThat(server.getValue()).contains("access_log /var/log/nginx/telephony.log telephony"));
    }

    private List<String> location(String name) {
        List<String> directives = blocks.get("/ server location " + name);
        assertThat(directives).as("location " + name).isNotNull();
        return directives;
    }

    /** The directives of every block, by its path. */
    private static Map<String, List<String>> blocks() {
        Map<String, List<String>> blocks = new LinkedHashMap<>();
        Deque<String> path = new ArrayDeque<>(List.of("/"));
        blocks.put("/", new ArrayList<>());
        StringBuilder words = new StringBuilder();
        Matcher token = TOKEN.matcher(text());
        while (token.find()) {
            String word = token.group();
            if (word.equals("{")) {
                path.push(path.peek() + " " + words.toString().strip());
                blocks.putIfAbsent(path.peek(), new ArrayList<>());
                words.setLength(0);
            } else if (word.equals("}")) {
                assertThat(words).as("a directive without a semicolon").isEmpty();
                path.pop();
            } else if (word.equals(";")) {
                blocks.get(path.peek()).add(words.toString().strip());
                words.setLength(0);
            } else if (!word.startsWith("#")) {
                words.append(word).append(' ');
            }
        }
        assertThat(path).as("open blocks").containsExactly("/");
        return blocks;
    }

    private static String text() {
        try {
            return Files.readString(Path.of("..", "docs", "nginx", "telephony.conf"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
