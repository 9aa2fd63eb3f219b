package nl.idcontact.telephony.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** {@code true} or {@code false}. */
record FlagType() implements ValueType<Boolean> {

    @Override
    public Boolean read(JsonNode node) throws Unacceptable {
        if (!node.isBoolean()) {
            throw new Unacceptable("must be " + expected());
        }
        return node.booleanValue();
    }

    @Override
    public String expected() {
        return "true or false";
    }

    @Override
    public JsonNode fromVariable(String text) {
        return switch (text.strip()) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> TextNode.valueOf(text);
        };
    }
}
