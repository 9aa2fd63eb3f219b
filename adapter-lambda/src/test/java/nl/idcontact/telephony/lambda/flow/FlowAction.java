package nl.idcontact.telephony.lambda.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step of a contact flow. */
public final class FlowAction {
    private final JsonNode action;

    FlowAction(JsonNode action) {
        this.action = action;
    }

    public String identifier() {
        return action.path("Identifier").asText();
    }

    public String type() {
        return action.path("Type").asText();
    }

    public JsonNode parameters() {
        return action.path("Parameters");
    }

    /** @param pointer the names of the members down to the value, separated by slashes */
    public String parameter(String pointer) {
        return parameters().at("/" + pointer).asText();
    }

    /** Where it goes on when nothing else applies. */
    public Optional<String> next() {
        return Optional.ofNullable(action.path("Transitions").get("NextAction")).map(JsonNode::asText);
    }

    /** By error type, where it goes on after that error. */
    public Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        for (JsonNode error : action.path("Transitions").path("Errors")) {
            errors.put(
                    error.path("ErrorType").asText(), error.path("NextAction").asText());
        }
        return errors;
    }

    public List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (JsonNode condition : action.path("Transitions").path("Conditions")) {
            List<String> operands = new ArrayList<>();
            condition.path("Condition").path("Operands").forEach(operand -> operands.add(operand.asText()));
            conditions.add(new Condition(
                    condition.path("Condition").path("Operator").asText(),
                    operands,
                    condition.path("NextAction").asText()));
        }
        return conditions;
    }

    /** All actions that may come after this one. */
    public List<String> successors() {
        List<String> successors = new ArrayList<>();
        next().ifPresent(successors::add);
        conditions().forEach(condition -> successors.add(condition.next()));
        successors.addAll(errors().values());
        return successors;
    }

    /** {@code next} follows if the action's result compares so with the operands. */
    public record Condition(String operator, List<String> operands, String next) {
        boolean holds(String result) {
            return operator.equals("Equals") && operands.contains(result);
        }
    }
}
