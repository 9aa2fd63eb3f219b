package nl.idcontact.telephony.lambda.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Runs a contact flow without Amazon Connect: the prompts go to a {@link Caller}, the digits come from there, and the Lambda
 * action calls a {@link LinkInvocation}.
 *
 * <p>It knows the action types of the delivered flow and behaves as Amazon Connect's documentation says, which includes that
 * nothing keyed in is the input {@code Timeout}, that {@code #} ends it, and that {@code *} wipes it.
 */
public final class FlowInterpreter {
    private final ContactFlow flow;
    private final LinkInvocation link;
    private final Map<String, String> forcedErrors = new HashMap<>();
    private boolean open = true;

    public FlowInterpreter(ContactFlow flow, LinkInvocation link) {
        this.flow = flow;
        this.link = link;
    }

    /** Outside the opening hours. */
    public FlowInterpreter closed() {
        open = false;
        return this;
    }

    /** Lets an action end with an error, such as {@code NoMatchingError} or {@code QueueAtCapacity}, every time. */
    public FlowInterpreter failing(String action, String errorType) {
        forcedErrors.put(flow.action(action).identifier(), errorType);
        return this;
    }

    /**
     * Runs the flow on this thread until the caller is in a queue or the call has ended.
     *
     * @throws IllegalStateException if the flow goes on for ever, or into nothing
     */
    public FlowResult run(Contact contact, Caller caller) {
        return new FlowRun(this, contact, caller).run();
    }

    /** Runs the flow on a thread of its own. */
    public CompletableFuture<FlowResult> start(Contact contact, Caller caller) {
        CompletableFuture<FlowResult> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(run(contact, caller));
                    } catch (RuntimeException | Error e) {
                        result.completeExceptionally(e);
                    }
                },
                "contact-flow");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    ContactFlow flow() {
        return flow;
    }

    LinkInvocation link() {
        return link;
    }

    boolean open() {
        return open;
    }

    Map<String, String> forcedErrors() {
        return forcedErrors;
    }
}
