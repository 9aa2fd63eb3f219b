package nl.idcontact.telephony.lambda.flow;

import java.util.Optional;

/** How an action ended, and with that the choice among its transitions. */
record Outcome(Kind kind, String value) {
    private enum Kind {
        SUCCESS,
        RESULT,
        ERROR,
        QUEUED,
        ENDED
    }

    static Outcome success() {
        return new Outcome(Kind.SUCCESS, "");
    }

    /** A value to compare with the conditions. */
    static Outcome result(String value) {
        return new Outcome(Kind.RESULT, value);
    }

    static Outcome error(String type) {
        return new Outcome(Kind.ERROR, type);
    }

    static Outcome queue() {
        return new Outcome(Kind.QUEUED, "");
    }

    static Outcome end() {
        return new Outcome(Kind.ENDED, "");
    }

    boolean ends() {
        return kind == Kind.QUEUED || kind == Kind.ENDED;
    }

    boolean queued() {
        return kind == Kind.QUEUED;
    }

    /** @throws IllegalStateException if the action has no such transition: the call would be lost */
    String next(FlowAction action) {
        Optional<String> next = switch (kind) {
            case SUCCESS -> action.next();
            case RESULT ->
                action.conditions().stream()
                        .filter(condition -> condition.holds(value))
                        .map(FlowAction.Condition::next)
                        .findFirst()
                        .or(() -> Optional.ofNullable(action.errors().get("NoMatchingCondition")));
            default -> Optional.ofNullable(action.errors().get(value));
        };
        return next.orElseThrow(
                () -> new IllegalStateException(action.identifier() + " leads nowhere after " + kind + " " + value));
    }
}
