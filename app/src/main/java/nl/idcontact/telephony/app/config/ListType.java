package nl.idcontact.telephony.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Several values: an array in the file, separated by commas in a variable.
 *
 * @param item the type of each
 */
record ListType<T>(ValueType<T> item) implements ValueType<List<T>> {

    @Override
    public List<T> read(JsonNode node) throws Unacceptable {
        if (!node.isArray()) {
            throw new Unacceptable("must be " + expected());
        }
        List<T> values = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (JsonNode each : node) {
            try {
                values.add(item.read(each));
            } catch (Unacceptable unacceptable) {
                int number = values.size() + reasons.size() + 1;
                unacceptable.reasons().forEach(reason -> reasons.add("number " + number + " in the list " + reason));
            }
        }
        if (!reasons.isEmpty()) {
            throw new Unacceptable(reasons);
        }
        return List.copyOf(values);
    }

    @Override
    public String expected() {
        return "a list, each of it " + item.expected();
    }

    @Override
    public JsonNode fromVariable(String text) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        if (!text.isBlank()) {
            for (String part : text.split(",", -1)) {
                list.add(item.fromVariable(part.strip()));
            }
        }
        return list;
    }

    @Override
    public boolean secret() {
        return item.secret();
    }
}
