package nl.idcontact.telephony.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.security.Key;
import java.security.spec.KeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keys that rotate: a table with {@code type} and {@code key}, or an array of such tables, the current one first.
 *
 * @param format private or public
 */
record KeyListType<K extends Key>(KeyFormat<K> format) implements ValueType<List<K>> {

    static final String TYPE = "type";
    static final String KEY = "key";
    private static final ValueType<KeyKind> KIND = new TextType<>(
            "\"RSA\" or \"EC\"",
            text -> List.of(KeyKind.values()).stream()
                    .filter(kind -> kind.name().equals(text))
                    .findFirst());

    @Override
    public List<K> read(JsonNode node) throws Unacceptable {
        List<K> keys = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        List<JsonNode> tables = new ArrayList<>();
        (node.isArray() ? node : List.of(node)).forEach(tables::add);
        for (JsonNode table : tables) {
            String which = tables.size() == 1 ? "" : "number " + (keys.size() + reasons.size() + 1) + ": ";
            try {
                keys.add(one(table));
            } catch (Unacceptable unacceptable) {
                reasons.add(which + unacceptable.reasons().get(0));
            }
        }
        if (tables.isEmpty()) {
            reasons.add("must be " + expected());
        }
        if (!reasons.isEmpty()) {
            throw new Unacceptable(reasons);
        }
        return List.copyOf(keys);
    }

    private K one(JsonNode table) throws Unacceptable {
        JsonNode text = table.path(KEY);
        if (!text.isTextual()) {
            throw new Unacceptable("must be " + expected());
        }
        KeySpec spec = format.spec(Pem.only(text.textValue()));
        JsonNode type = table.path(TYPE);
        if (type.isMissingNode()) {
            for (KeyKind kind : KeyKind.values()) {
                Optional<K> key = format.key(kind, spec);
                if (key.isPresent()) {
                    return checked(key.get());
                }
            }
            throw new Unacceptable("must hold an RSA or EC key, but its content is neither or is broken");
        }
        return checked(format.key(kind(type), spec)
                .orElseThrow(() -> new Unacceptable(
                        "must hold a key of the type that stands beside it, but its content is another or is broken")));
    }

    private static KeyKind kind(JsonNode type) throws Unacceptable {
        try {
            return KIND.read(type);
        } catch (Unacceptable unacceptable) {
            throw new Unacceptable("the type " + unacceptable.reasons().get(0));
        }
    }

    private K checked(K key) throws Unacceptable {
        try {
            format.check(key);
            return key;
        } catch (IllegalArgumentException broken) {
            throw new Unacceptable(String.valueOf(broken.getMessage()));
        }
    }

    @Override
    public String expected() {
        return "a table with type \"RSA\" or \"EC\" and key, " + format.expected() + ", or an array of such tables";
    }

    @Override
    public JsonNode fromVariable(String text) {
        ObjectNode table = JsonNodeFactory.instance.objectNode();
        table.set(KEY, TextNode.valueOf(text));
        return table;
    }

    @Override
    public boolean secret() {
        return true;
    }
}
