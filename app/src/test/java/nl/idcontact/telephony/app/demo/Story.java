package nl.idcontact.telephony.app.demo;

import java.util.HashMap;
import java.util.Map;

/** Tells the page which of the twelve steps happens, and what goes over the wire. */
final class Story implements Onlooker.Witness {
    private final EventFeed feed;

    Story(EventFeed feed) {
        this.feed = feed;
    }

    void step(int number) {
        feed.tell(Map.of("kind", "step", "number", number));
    }

    void step(int number, Wire wire) {
        tell("step", number, wire);
    }

    /** Shows a request that belongs to a step but does not complete it. */
    void wire(int number, Wire wire) {
        tell("wire", number, wire);
    }

    /** What goes over the public listener. */
    @Override
    public void saw(String path, Wire wire) {
        if (path.equals("/link_phone")) {
            linked(wire);
        } else if (path.equals("/attribute-ui/")) {
            step(11, wire);
        } else if (wire.received().contains("\"status\":\"succes\"")) {
            step(12, wire);
        } else {
            wire(12, wire);
        }
    }

    private void linked(Wire wire) {
        step(8, wire);
        if (wire.status() == 200) {
            step(9);
        }
    }

    private void tell(String kind, int number, Wire wire) {
        Map<String, Object> event = new HashMap<>();
        event.put("kind", kind);
        event.put("number", number);
        event.put("request", wire);
        feed.tell(event);
    }
}
