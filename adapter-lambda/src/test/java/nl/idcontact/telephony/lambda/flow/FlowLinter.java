package nl.idcontact.telephony.lambda.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds what Amazon Connect would refuse in a contact flow, and where a caller would be lost in it. */
public final class FlowLinter {
    private static final Pattern IDENTIFIER = Pattern.compile("[^%:(\\\\/)=$,;\\[\\]{}]{1,50}");
    private static final int MOST_ACTIONS = 250;

    private final ContactFlow flow;
    private final List<String> problems = new ArrayList<>();

    private FlowLinter(ContactFlow flow) {
        this.flow = flow;
    }

    /** What is wrong, each with the action it concerns; empty if nothing is. */
    public static List<String> problems(ContactFlow flow) {
        FlowLinter linter = new FlowLinter(flow);
        linter.checkDocument();
        flow.actions().forEach(linter::checkAction);
        linter.checkWays();
        return linter.problems;
    }

    private void checkDocument() {
        JsonNode document = flow.document();
        if (!document.path("Version").asText().equals("2019-10-30")) {
            problems.add("Version is not 2019-10-30");
        }
        if (document.path("Actions").size() > MOST_ACTIONS) {
            problems.add("More than " + MOST_ACTIONS + " actions");
        }
        Set<String> seen = new HashSet<>();
        for (FlowAction action : flow.actions()) {
            if (!seen.add(action.identifier())) {
                problems.add(action.identifier() + ": more than one action has this identifier");
            }
            if (!IDENTIFIER.matcher(action.identifier()).matches()) {
                problems.add(action.identifier() + ": not an identifier of 1 to 50 allowed characters");
            }
        }
        if (!seen.contains(flow.startAction())) {
            problems.add("StartAction: no action is called " + flow.startAction());
        }
    }

    private void checkAction(FlowAction action) {
        ActionRule rule = ActionRule.of(action.type());
        if (rule == null) {
            problems.add(action.identifier() + ": unknown type " + action.type());
            return;
        }
        rule.problems(action).forEach(problem -> problems.add(action.identifier() + ": " + problem));
        checkStrings(action, action.parameters());
    }

    /** Numbers and booleans are written as strings in this language. */
    private void checkStrings(FlowAction action, JsonNode value) {
        if (value.isContainerNode()) {
            value.forEach(member -> checkStrings(action, member));
        } else if (!value.isTextual()) {
            problems.add(action.identifier() + ": " + value + " is not written as a string");
        }
    }

    private void checkWays() {
        Map<String, Set<String>> predecessors = new HashMap<>();
        Set<String> all = new TreeSet<>();
        Set<String> ends = new TreeSet<>();
        for (FlowAction action : flow.actions()) {
            all.add(action.identifier());
            if (ActionRule.ends(action.type())) {
                ends.add(action.identifier());
            }
        }
        for (FlowAction action : flow.actions()) {
            for (String successor : action.successors()) {
                if (!all.contains(successor)) {
                    problems.add(action.identifier() + ": leads to " + successor + ", which does not exist");
                }
                predecessors.computeIfAbsent(successor, id -> new TreeSet<>()).add(action.identifier());
            }
        }
        Map<String, Set<String>> successors = new HashMap<>();
        flow.actions().forEach(action -> successors.put(action.identifier(), new TreeSet<>(action.successors())));
        report(all, from(Set.of(flow.startAction()), successors), "is never reached");
        report(all, from(ends, predecessors), "never comes to an end");
    }

    private void report(Set<String> all, Set<String> fine, String complaint) {
        all.stream().filter(id -> !fine.contains(id)).forEach(id -> problems.add(id + ": " + complaint));
    }

    private static Set<String> from(Set<String> begin, Map<String, Set<String>> edges) {
        Set<String> seen = new TreeSet<>(begin);
        Deque<String> open = new ArrayDeque<>(begin);
        while (!open.isEmpty()) {
            for (String neighbour : edges.getOrDefault(open.pop(), Set.of())) {
                if (seen.add(neighbour)) {
                    open.push(neighbour);
                }
            }
        }
        return seen;
    }
}
