package nl.idcontact.telephony.app.demo;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.idcontact.telephony.lambda.flow.Caller;

/** The resident on the phone: hears what the flow says, and keys in what is pressed on the page. */
final class PhoneCall implements Caller {
    /** Longer than Amazon Connect would wait: who tries this for the first time looks around. */
    private static final long PATIENCE_SECONDS = 90;

    private static final String HUNG_UP = "hung up";

    private final BlockingQueue<String> keys = new LinkedBlockingQueue<>();
    private final EventFeed feed;
    private final Story story;
    private final String contactId = UUID.randomUUID().toString();

    PhoneCall(EventFeed feed, Story story) {
        this.feed = feed;
        this.story = story;
    }

    /** The id that Amazon Connect would give this call. */
    String contactId() {
        return contactId;
    }

    void press(String digits) {
        keys.add(digits);
    }

    /** Ends the flow at its next question. */
    void hangUp() {
        keys.add(HUNG_UP);
    }

    @Override
    public void hears(String text) {
        feed.tell(Map.of("kind", "heard", "text", text));
    }

    @Override
    public String keysIn(String prompt) {
        story.step(7);
        feed.tell(Map.of("kind", "asked"));
        String pressed = nextKeys();
        if (pressed.equals(HUNG_UP)) {
            throw new IllegalStateException("The caller has hung up");
        }
        return pressed;
    }

    private String nextKeys() {
        try {
            String pressed = keys.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return pressed == null ? "" : pressed;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return HUNG_UP;
        }
    }
}
