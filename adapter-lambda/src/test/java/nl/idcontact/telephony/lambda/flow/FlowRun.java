package nl.idcontact.telephony.lambda.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One call's way through a flow. */
final class FlowRun {
    private static final int MOST_STEPS = 1000;
    private static final Pattern REFERENCE = Pattern.compile("\\$\\.[A-Za-z]+(?:\\.[A-Za-z0-9_-]+)*");

    private final FlowInterpreter world;
    private final Contact contact;
    private final Caller caller;
    private final List<String> spoken = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final List<String> loggedSteps = new ArrayList<>();
    private final Map<String, Integer> loops = new HashMap<>();
    private Map<String, String> external = Map.of();
    private String storedInput = "";
    private boolean logging = true;
    private Optional<String> targetQueue = Optional.empty();

    FlowRun(FlowInterpreter world, Contact contact, Caller caller) {
        this.world = world;
        this.contact = contact;
        this.caller = caller;
    }

    FlowResult run() {
        FlowAction action = world.flow().action(world.flow().startAction());
        while (true) {
            steps.add(action.identifier());
            if (steps.size() > MOST_STEPS) {
                throw new IllegalStateException("The flow does not come to an end: " + steps.subList(0, 20));
            }
            String forced = world.forcedErrors().get(action.identifier());
            Outcome outcome = forced == null ? perform(action) : Outcome.error(forced);
            if (logging) {
                loggedSteps.add(action.identifier());
            }
            if (outcome.ends()) {
                return result(outcome.queued() ? targetQueue : Optional.empty());
            }
            action = world.flow().action(outcome.next(action));
        }
    }

    private FlowResult result(Optional<String> queue) {
        return new FlowResult(queue, new LinkedHashMap<>(contact.attributes()), spoken, steps, loggedSteps);
    }

    private Outcome perform(FlowAction action) {
        return switch (action.type()) {
            case "UpdateFlowLoggingBehavior" -> {
                logging = action.parameter("FlowLoggingBehavior").equals("Enabled");
                yield Outcome.success();
            }
            case "UpdateContactTextToSpeechVoice" -> Outcome.success();
            case "CheckHoursOfOperation" -> Outcome.result(world.open() ? "True" : "False");
            case "MessageParticipant" -> {
                say(prompt(action));
                yield Outcome.success();
            }
            case "GetParticipantInput" -> storeInput(action);
            case "InvokeLambdaFunction" -> invoke(action);
            case "Compare" -> Outcome.result(resolve(action.parameter("ComparisonValue")));
            case "Loop" -> loop(action);
            case "UpdateContactAttributes" -> updateAttributes(action);
            case "UpdateContactTargetQueue" -> {
                targetQueue = Optional.of(resolve(action.parameter("QueueId")));
                yield Outcome.success();
            }
            case "TransferContactToQueue" ->
                targetQueue.isPresent() ? Outcome.queue() : Outcome.error("NoMatchingError");
            case "DisconnectParticipant" -> Outcome.end();
            default -> throw new IllegalStateException("The interpreter does not know " + action.type());
        };
    }

    private void say(String text) {
        spoken.add(text);
        caller.hears(text);
    }

    /** The text with its references filled in and its markup taken out. */
    private String prompt(FlowAction action) {
        String text = action.parameters().path("Text").asText(action.parameter("SSML"));
        return resolve(text).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    private Outcome storeInput(FlowAction action) {
        String prompt = prompt(action);
        say(prompt);
        int most = Integer.parseInt(action.parameter("InputValidation/CustomValidation/MaximumLength"));
        String end = action.parameter("DTMFConfiguration/InputTerminationSequence");
        StringBuilder input = new StringBuilder();
        for (char key : caller.keysIn(prompt).toCharArray()) {
            if (input.length() == most || end.indexOf(key) >= 0) {
                break;
            } else if (key == '*'
                    && !action.parameter("DTMFConfiguration/DisableCancelKey").equals("True")) {
                input.setLength(0);
            } else {
                input.append(key);
            }
        }
        storedInput = input.isEmpty() ? "Timeout" : input.toString();
        return Outcome.success();
    }

    private Outcome invoke(FlowAction action) {
        Map<String, String> parameters = new LinkedHashMap<>();
        JsonNode sent = action.parameters().path("LambdaInvocationAttributes");
        sent.fieldNames()
                .forEachRemaining(
                        name -> parameters.put(name, resolve(sent.path(name).asText())));
        try {
            external = Map.copyOf(world.link().invoke(contact.event(parameters)));
            return Outcome.success();
        } catch (Exception e) {
            return Outcome.error("NoMatchingError");
        }
    }

    private Outcome loop(FlowAction action) {
        int done = loops.merge(action.identifier(), 1, Integer::sum);
        if (done <= Integer.parseInt(action.parameter("LoopCount"))) {
            return Outcome.result("ContinueLooping");
        }
        loops.remove(action.identifier());
        return Outcome.result("DoneLooping");
    }

    private Outcome updateAttributes(FlowAction action) {
        JsonNode attributes = action.parameters().path("Attributes");
        attributes
                .fieldNames()
                .forEachRemaining(name -> contact.attributes()
                        .put(name, resolve(attributes.path(name).asText())));
        return Outcome.success();
    }

    private String resolve(String text) {
        return REFERENCE.matcher(text).replaceAll(reference -> {
            String path = reference.group();
            String value = path.startsWith("$.External.")
                    ? external.get(path.substring("$.External.".length()))
                    : path.equals("$.StoredCustomerInput") ? storedInput : null;
            return Matcher.quoteReplacement(value == null ? "" : value);
        });
    }
}
