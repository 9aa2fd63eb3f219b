package nl.idcontact.telephony.lambda.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the flow language demands of an action type: its parameters, its errors, and the results it branches on.
 *
 * @param required parameters, as paths with slashes
 * @param errors error types that must have a transition, and no others may
 * @param results results of which each must have a condition, and no others may; {@code ANY} lets the author choose
 */
record ActionRule(Set<String> required, Set<String> optional, Set<String> errors, Set<String> results) {
    private static final Set<String> ANY = Set.of("*");
    private static final Set<String> NONE = Set.of();
    private static final Set<String> FAILS = Set.of("NoMatchingError");
    private static final Set<String> PROMPTS = Set.of("Text", "SSML", "PromptId", "Media");

    private static final Map<String, ActionRule> RULES = Map.ofEntries(
            Map.entry("MessageParticipant", new ActionRule(NONE, PROMPTS, FAILS, NONE)),
            Map.entry("GetParticipantInput", storedInput()),
            Map.entry("InvokeLambdaFunction", lambda()),
            Map.entry(
                    "UpdateContactAttributes",
                    new ActionRule(Set.of("Attributes", "TargetContact"), NONE, FAILS, NONE)),
            Map.entry("Compare", new ActionRule(Set.of("ComparisonValue"), NONE, Set.of("NoMatchingCondition"), ANY)),
            Map.entry(
                    "Loop", new ActionRule(Set.of("LoopCount"), NONE, NONE, Set.of("ContinueLooping", "DoneLooping"))),
            Map.entry(
                    "CheckHoursOfOperation",
                    new ActionRule(NONE, Set.of("HoursOfOperationId"), FAILS, Set.of("True", "False"))),
            Map.entry("UpdateContactTargetQueue", new ActionRule(Set.of("QueueId"), NONE, FAILS, NONE)),
            Map.entry(
                    "TransferContactToQueue",
                    new ActionRule(NONE, NONE, Set.of("QueueAtCapacity", "NoMatchingError"), NONE)),
            Map.entry("UpdateFlowLoggingBehavior", new ActionRule(Set.of("FlowLoggingBehavior"), NONE, NONE, NONE)),
            Map.entry(
                    "UpdateContactTextToSpeechVoice",
                    new ActionRule(
                            Set.of("TextToSpeechVoice"),
                            Set.of("TextToSpeechEngine", "TextToSpeechStyle"),
                            FAILS,
                            NONE)),
            Map.entry("DisconnectParticipant", new ActionRule(NONE, NONE, NONE, NONE)));

    private static ActionRule storedInput() {
        return new ActionRule(
                Set.of("StoreInput", "InputTimeLimitSeconds", "InputValidation/CustomValidation/MaximumLength"),
                Set.of("Text", "SSML", "PromptId", "Media", "DTMFConfiguration", "InputEncryption"),
                FAILS,
                NONE);
    }

    private static ActionRule lambda() {
        return new ActionRule(
                Set.of("LambdaFunctionARN", "InvocationTimeLimitSeconds", "ResponseValidation/ResponseType"),
                Set.of("InvocationType", "LambdaInvocationAttributes"),
                FAILS,
                NONE);
    }

    static @Nullable ActionRule of(String type) {
        return RULES.get(type);
    }

    /** Whether the call leaves the flow here: hung up, or waiting in a queue. */
    static boolean ends(String type) {
        return type.equals("DisconnectParticipant") || type.equals("TransferContactToQueue");
    }

    List<String> problems(FlowAction action) {
        List<String> problems = new ArrayList<>();
        checkParameters(action, problems);
        if (!action.errors().keySet().equals(errors)) {
            problems.add("has transitions for the errors " + action.errors().keySet() + " instead of " + errors);
        }
        checkConditions(action, problems);
        if (action.next().isPresent() == action.type().equals("DisconnectParticipant")) {
            problems.add(action.next().isPresent() ? "goes on after the end" : "has no NextAction");
        }
        return problems;
    }

    private void checkParameters(FlowAction action, List<String> problems) {
        Set<String> allowed = new TreeSet<>(optional);
        for (String path : required) {
            allowed.add(path.split("/")[0]);
            if (action.parameters().at("/" + path).isMissingNode()) {
                problems.add("lacks the parameter " + path);
            }
        }
        action.parameters().fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                problems.add("has the unknown parameter " + name);
            }
        });
        long prompts = PROMPTS.stream().filter(action.parameters()::has).count();
        if (optional.containsAll(PROMPTS) && prompts != 1) {
            problems.add("has " + prompts + " of " + PROMPTS + " instead of one");
        }
        ParameterRange.problems(action).forEach(problems::add);
    }

    private void checkConditions(FlowAction action, List<String> problems) {
        Set<String> compared = new TreeSet<>();
        for (FlowAction.Condition condition : action.conditions()) {
            if (!condition.operator().equals("Equals") || condition.operands().size() != 1) {
                problems.add("has a condition other than Equals with one operand");
            }
            compared.addAll(condition.operands());
        }
        if (results.equals(ANY) ? compared.isEmpty() : !compared.equals(results)) {
            problems.add("has conditions for " + compared + " instead of " + results);
        }
    }
}
