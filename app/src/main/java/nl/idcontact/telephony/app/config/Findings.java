package nl.idcontact.telephony.app.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what there is to tell, so that all of it is told together. */
final class Findings {

    private final List<Finding> problems = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();

    /** Remembers that the value of {@code key} came from an environment variable, to be named in problems with it. */
    void cameFrom(String key, String variable) {
        variables.merge(key, variable, (first, second) -> first + " and " + second);
    }

    void problem(String key, String message) {
        String variable = variables.get(key);
        problems.add(new Finding(key, variable == null ? message : message + " (set by " + variable + ")"));
    }

    void problems(String key, Unacceptable unacceptable) {
        unacceptable.reasons().forEach(reason -> problem(key, reason));
    }

    void warning(String key, String message) {
        warnings.add(new Finding(key, message));
    }

    boolean hasProblem(String key) {
        return problems.stream().anyMatch(problem -> problem.key().equals(key));
    }

    List<Finding> problems() {
        return List.copyOf(problems);
    }

    List<Finding> warnings() {
        return List.copyOf(warnings);
    }
}
