package nl.idcontact.telephony.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Finds and changes values by their path, such as {@code link.secret}. */
final class Tree {

    private Tree() {}

    /** What stands at the path; a missing node if nothing does. */
    static JsonNode find(JsonNode root, String path) {
        JsonNode node = root;
        for (String step : path.split("\\.", -1)) {
            node = node.path(step);
        }
        return node;
    }

    static void remove(JsonNode root, String path) {
        if (parent(root, path) instanceof ObjectNode table) {
            table.remove(last(path));
        }
    }

    /** Puts the value there, making the tables on the way; nothing happens if something else than a table is in the way. */
    static void put(ObjectNode root, String path, JsonNode value) {
        ObjectNode table = root;
        for (String step :
                parentPath(path).map(parent -> parent.split("\\.", -1)).orElse(new String[0])) {
            if (table.path(step).isMissingNode()) {
                table.set(step, JsonNodeFactory.instance.objectNode());
            }
            if (!(table.get(step) instanceof ObjectNode next)) {
                return;
            }
            table = next;
        }
        table.set(last(path), value);
    }

    private static JsonNode parent(JsonNode root, String path) {
        return parentPath(path).map(parent -> find(root, parent)).orElse(root);
    }

    /** The path of the table that holds it; empty at the top. */
    static Optional<String> parentPath(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(path.substring(0, dot));
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
