package nl.idcontact.telephony.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * What kind of value a setting holds and how it is checked.
 *
 * @param <T> what the checked value becomes
 */
interface ValueType<T> {

    /**
     * Reads a value out of the file, or what {@link #fromVariable} made of a variable.
     *
     * @throws Unacceptable if it is not what {@link #expected} says
     */
    T read(JsonNode node) throws Unacceptable;

    /** What is right, as the end of the sentence "must be …". */
    String expected();

    /** The text of an environment variable in the shape that the file would have. */
    default JsonNode fromVariable(String text) {
        return TextNode.valueOf(text.strip());
    }

    /** Whether the value opens something and so is never to be shown. */
    default boolean secret() {
        return false;
    }
}
