package nl.idcontact.telephony.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * A secret that travels in an HTTP header, so that it has to be printable ASCII.
 *
 * @param minLength the least number of characters
 */
record SecretType(int minLength) implements ValueType<Secret> {

    @Override
    public Secret read(JsonNode node) throws Unacceptable {
        if (!node.isTextual()) {
            throw new Unacceptable("must be " + expected());
        }
        String text = node.textValue();
        if (text.length() < minLength) {
            throw new Unacceptable("must be " + expected() + ", but is shorter");
        }
        if (!text.chars().allMatch(c -> c >= ' ' && c <= '~') || !text.equals(text.strip())) {
            throw new Unacceptable("must be " + expected());
        }
        return new Secret(text);
    }

    @Override
    public String expected() {
        return "at least " + minLength + " characters of printable ASCII, without a space at either end";
    }

    @Override
    public JsonNode fromVariable(String text) {
        return TextNode.valueOf(text);
    }

    @Override
    public boolean secret() {
        return true;
    }
}
