package nl.idcontact.telephony.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * A whole number.
 *
 * @param min the least that is allowed
 * @param max the most that is allowed
 */
record NumberType(int min, int max) implements ValueType<Integer> {

    @Override
    public Integer read(JsonNode node) throws Unacceptable {
        if (!node.isIntegralNumber()) {
            throw new Unacceptable("must be " + expected());
        }
        if (!node.canConvertToInt() || node.intValue() < min || node.intValue() > max) {
            throw new Unacceptable("must be " + expected() + ", but is out of that range");
        }
        return node.intValue();
    }

    @Override
    public String expected() {
        return "a whole number from " + min + " to " + max;
    }

    @Override
    public JsonNode fromVariable(String text) {
        try {
            return IntNode.valueOf(Integer.parseInt(text.strip()));
        } catch (NumberFormatException notANumber) {
            return TextNode.valueOf(text);
        }
    }
}
