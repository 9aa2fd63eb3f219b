package nl.idcontact.telephony.app.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.idcontact.telephony.http.TelephonyServer;

/** The OpenAPI document. Members that it does not name are mistakes here, though clients have to bear them. */
final class ApiDescription {
    static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final String ID = "https://telephony.test/openapi.json";
    private static final String OPEN_BASE = "/components/schemas/Problem";

    private final JsonNode document = read();
    private final Map<String, Set<Listener>> templates = new TreeMap<>();
    private final SchemaRegistry schemas;

    ApiDescription() {
        document.get("paths").properties().forEach(path -> templates.put(path.getKey(), listeners(path.getValue())));
        JsonNode strict = document.deepCopy();
        close(strict, "");
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ID, strict.toString())));
    }

    /** A place in the document. */
    record Place(String pointer, JsonNode node) {}

    JsonNode document() {
        return document;
    }

    /** Every path, and who serves it. */
    Map<String, Set<Listener>> templates() {
        return templates;
    }

    /** The template of a raw path, if one of the listeners has it. */
    Optional<String> template(Set<Listener> listeners, String path) {
        return templates.entrySet().stream()
                .filter(served -> !Collections.disjoint(served.getValue(), listeners))
                .map(Map.Entry::getKey)
                .filter(template -> Pattern.matches(template.replaceAll("\\{[a-z]+}", "[^/]+"), path))
                .findFirst();
    }

    /** The methods of a template, in capitals and in order. */
    Set<String> methods(String template) {
        Set<String> methods = new TreeSet<>();
        document.get("paths").get(template).fieldNames().forEachRemaining(name -> {
            if (METHODS.contains(name.toUpperCase(Locale.ROOT))) {
                methods.add(name.toUpperCase(Locale.ROOT));
            }
        });
        return methods;
    }

    /** What is said of one place, by the names that lead there; references are followed. */
    Optional<Place> at(String... names) {
        return within(new Place("", document), names);
    }

    /** Likewise, from another place on. */
    Optional<Place> within(Place start, String... names) {
        Place place = start;
        for (String name : names) {
            JsonNode next = place.node().get(name);
            if (next == null) {
                return Optional.empty();
            }
            place = followed(
                    new Place(place.pointer() + "/" + name.replace("~", "~0").replace("/", "~1"), next));
        }
        return Optional.of(place);
    }

    /** What is wrong with a value at a place that holds a schema. */
    List<String> problems(Place schema, JsonNode value) {
        return schemas
                .getSchema(SchemaLocation.of(ID + "#" + schema.pointer()))
                .validate(value, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private Place followed(Place place) {
        JsonNode reference = place.node().get("$ref");
        if (reference == null || place.pointer().endsWith("/schema")) {
            return place;
        }
        String pointer = reference.textValue().substring(1);
        return new Place(pointer, document.at(pointer));
    }

    private static Set<Listener> listeners(JsonNode path) {
        Set<Listener> listeners = EnumSet.noneOf(Listener.class);
        for (JsonNode server : path.get("servers")) {
            Arrays.stream(Listener.values())
                    .filter(listener -> server.get("url").textValue().endsWith(listener.usualPort()))
                    .forEach(listeners::add);
        }
        return listeners;
    }

    /** Lets an object have no members but those that are named; the schema that others build upon stays open. */
    private static void close(JsonNode node, String pointer) {
        if (node instanceof ObjectNode schema
                && schema.has("properties")
                && !schema.has("additionalProperties")
                && !pointer.equals(OPEN_BASE)) {
            schema.put("unevaluatedProperties", false);
        }
        node.properties().forEach(member -> close(member.getValue(), pointer + "/" + member.getKey()));
        if (node.isArray()) {
            node.forEach(element -> close(element, pointer + "/-"));
        }
    }

    private static JsonNode read() {
        try (InputStream document = TelephonyServer.class.getResourceAsStream("openapi.json")) {
            return new ObjectMapper().readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
