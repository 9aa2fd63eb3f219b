package nl.idcontact.telephony.lambda.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a call went through a flow.
 *
 * @param queue where the caller waits for an agent; empty if the call ended in the flow
 * @param attributes the contact attributes the flow stored
 * @param spoken what the caller heard, in order
 * @param steps the identifiers of the actions, in order
 * @param loggedSteps those of them that Amazon Connect would have written into the flow log
 */
public record FlowResult(
        Optional<String> queue,
        Map<String, String> attributes,
        List<String> spoken,
        List<String> steps,
        List<String> loggedSteps) {}
