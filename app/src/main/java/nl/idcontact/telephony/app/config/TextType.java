package nl.idcontact.telephony.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value written as one text.
 *
 * @param expected what is right
 * @param parse the value that a text stands for; empty if it is not right
 */
record TextType<T>(String expected, Function<String, Optional<T>> parse) implements ValueType<T> {

    @Override
    public T read(JsonNode node) throws Unacceptable {
        Optional<T> value = node.isTextual() ? parse.apply(node.textValue()) : Optional.empty();
        return value.orElseThrow(() -> new Unacceptable("must be " + expected));
    }
}
