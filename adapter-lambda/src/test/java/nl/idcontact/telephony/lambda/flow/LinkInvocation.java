package nl.idcontact.telephony.lambda.flow;

import java.util.Map;

/** What stands behind the flow's Lambda action. */
@FunctionalInterface
public interface LinkInvocation {
    /**
     * @param event the event as Amazon Connect sends it
     * @return a flat map of strings
     * @throws Exception any makes the flow take its error branch
     */
    Map<String, String> invoke(Map<String, Object> event) throws Exception;
}
