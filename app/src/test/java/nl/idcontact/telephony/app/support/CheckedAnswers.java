package nl.idcontact.telephony.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import nl.idcontact.telephony.app.support.ApiDescription.Place;

/** Holds answers against the OpenAPI document: a status, header, content type or member that it does not name fails. */
public final class CheckedAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String URN = "urn:id-contact:telephony:";

    private final ApiDescription description = new ApiDescription();
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    /** The document itself. */
    public JsonNode description() {
        return description.document();
    }

    /** Every answer that was checked, as {@code POST /link_phone 200}. */
    public Set<String> seen() {
        return seen;
    }

    /** Every answer that the document describes, likewise. */
    public Set<String> described() {
        Set<String> all = new TreeSet<>();
        for (String template : description.templates().keySet()) {
            for (String method : description.methods(template)) {
                Place responses = description
                        .at("paths", template, method.toLowerCase(Locale.ROOT), "responses")
                        .orElseThrow();
                responses
                        .node()
                        .fieldNames()
                        .forEachRemaining(status -> all.add(method + " " + template + " " + status));
            }
        }
        return all;
    }

    /** Every described path, and who serves it. */
    public Map<String, Set<Listener>> templates() {
        return description.templates();
    }

    /** Fails unless an answer of one of the listeners is as described; both are meant where they are one. */
    public void check(Set<Listener> listeners, HttpResponse<String> answer) {
        String method = answer.request().method();
        String template = description
                .template(listeners, answer.request().uri().getRawPath())
                .orElse("");
        String name = method + " " + template + " " + answer.statusCode();
        if (template.isEmpty()) {
            checkProblem(name, answer, "not-found", 404);
        } else if (!description.methods(template).contains(method)) {
            checkProblem(name, answer, "method-not-allowed", 405);
            assertThat(allowed(answer)).as(name).isEqualTo(description.methods(template));
        } else {
            String status = Integer.toString(answer.statusCode());
            Place response = description
                    .at("paths", template, method.toLowerCase(Locale.ROOT), "responses", status)
                    .orElseThrow(() -> new AssertionError("Not described: " + name + " " + answer.body()));
            checkHeaders(name, response, answer);
            checkBody(name, response, answer);
            seen.add(name);
        }
    }

    private void checkHeaders(String name, Place response, HttpResponse<String> answer) {
        for (Map.Entry<String, JsonNode> header :
                response.node().path("headers").properties()) {
            Place described =
                    description.within(response, "headers", header.getKey()).orElseThrow();
            var value = answer.headers().firstValue(header.getKey());
            assertThat(value.isPresent() || !described.node().path("required").asBoolean())
                    .as("%s has the header %s", name, header.getKey())
                    .isTrue();
            value.ifPresent(text -> checkValue(
                    name + " " + header.getKey(),
                    description.within(described, "schema").orElseThrow(),
                    TextNode.valueOf(text)));
        }
    }

    private void checkBody(String name, Place response, HttpResponse<String> answer) {
        if (!response.node().has("content")) {
            assertThat(answer.body()).as(name).isEmpty();
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        Place schema = description
                .within(response, "content", type, "schema")
                .orElseThrow(() -> new AssertionError("Not described: " + name + " as " + type));
        if (type.endsWith("json")) {
            checkValue(name, schema, json(answer.body()));
        } else if (type.equals("text/event-stream")) {
            checkEvents(name, answer.body());
        }
    }

    private void checkEvents(String name, String stream) {
        Place info = description.at("components", "schemas", "SessionInfo").orElseThrow();
        for (String event : stream.split("\n\n")) {
            if (event.startsWith("event: session\ndata: ")) {
                checkValue(name, info, json(event.substring("event: session\ndata: ".length())));
            } else {
                assertThat(event).as(name).isIn(":", "event: ended\ndata: {}", "retry: 1000");
            }
        }
    }

    private void checkProblem(String name, HttpResponse<String> answer, String slug, int status) {
        assertThat(answer.statusCode()).as(name).isEqualTo(status);
        JsonNode problem = json(answer.body());
        checkValue(name, description.at("components", "schemas", "Problem").orElseThrow(), problem);
        assertThat(problem.get("type").textValue()).as(name).isEqualTo(URN + slug);
    }

    private void checkValue(String name, Place schema, JsonNode value) {
        assertThat(description.problems(schema, value))
                .as("%s: %s", name, value)
                .isEmpty();
    }

    /** Without HEAD, which the document speaks of in general. */
    private static Set<String> allowed(HttpResponse<String> answer) {
        return Arrays.stream(answer.headers().firstValue("Allow").orElse("").split(", "))
                .filter(method -> !method.equals("HEAD"))
                .collect(Collectors.toSet());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
