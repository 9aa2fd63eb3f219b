package nl.idcontact.telephony.app.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.lambda.LinkPhoneFunction;
import nl.idcontact.telephony.lambda.flow.Contact;
import nl.idcontact.telephony.lambda.flow.ContactFlow;
import nl.idcontact.telephony.lambda.flow.FlowInterpreter;
import nl.idcontact.telephony.lambda.flow.FlowResult;
import org.jspecify.annotations.Nullable;

/** Stands for Amazon Connect: runs the delivered contact flow with the real Lambda, and rings the agent's softphone. */
final class TelephoneNetwork {
    private static final String CALLER = "+31 6 1234 5678";

    private final EventFeed softphone = new EventFeed();
    private final EventFeed resident;
    private final Story story;
    private final FlowInterpreter flow;
    private @Nullable PhoneCall call;
    private @Nullable Map<String, Object> ringing;

    /** @param backend the base address under which the Lambda reaches the server */
    TelephoneNetwork(URI backend, EventFeed resident, Story story) {
        this.resident = resident;
        this.story = story;
        LinkPhoneFunction lambda = new LinkPhoneFunction(
                Map.of("CALL_URL", backend.resolve("/link_phone").toString(), "LINK_SECRET", RunningApp.LINK_SECRET));
        this.flow = new FlowInterpreter(ContactFlow.delivered(), event -> lambda.handleRequest(event, null));
    }

    /** Step 6: a resident dials {@code number}. */
    synchronized void dial(String number) {
        hangUp();
        PhoneCall dialled = new PhoneCall(resident, story);
        call = dialled;
        story.step(6, new Wire("CALL", "tel:" + number, 0, CALLER, ""));
        flow.start(Contact.incoming(dialled.contactId()), dialled)
                .whenComplete((result, failure) -> after(dialled, failure == null ? result : null));
    }

    synchronized void press(String digits) {
        if (call != null) {
            call.press(digits);
        }
    }

    synchronized void hangUp() {
        if (call == null) {
            return;
        }
        call.hangUp();
        softphone.tell(Map.of("end", call.contactId()));
        over();
    }

    /** Takes the call away from the agent too, after-call work and all. */
    synchronized void forget() {
        hangUp();
        softphone.tell(Map.of("forget", true));
    }

    /** Opens the feed of the softphone; one that was not there when it rang hears it now. */
    synchronized void listen(HttpExchange exchange) throws IOException {
        softphone.open(exchange, ringing == null ? List.of() : List.of(Map.of("ring", ringing)));
    }

    /** What the softphone tells: the state of each contact, by its id. */
    synchronized void contacts(Map<String, String> states) {
        if (call == null || ringing == null) {
            return;
        }
        String state = states.get(call.contactId());
        if ("connected".equals(state)) {
            resident.tell(Map.of("kind", "answered"));
        } else if (!"connecting".equals(state)) {
            over();
        }
    }

    /** Step 10: whoever gets through the flow waits for an agent. */
    private synchronized void after(PhoneCall finished, @Nullable FlowResult result) {
        if (finished != call) {
            return;
        }
        if (result == null || result.queue().isEmpty()) {
            over();
            return;
        }
        resident.tell(Map.of("kind", "queued"));
        Map<String, String> attributes = result.attributes();
        ringing = Map.of("contactId", finished.contactId(), "number", CALLER, "attributes", attributes);
        story.step(10, new Wire("RING", "contact " + finished.contactId(), 0, attributes.toString(), ""));
        softphone.tell(Map.of("ring", ringing));
    }

    private void over() {
        call = null;
        ringing = null;
        resident.tell(Map.of("kind", "ended"));
    }
}
