package nl.idcontact.telephony.lambda.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An Amazon Connect contact flow, read from its JSON (flow language 2019-10-30). */
public final class ContactFlow {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final Map<String, FlowAction> actions = new LinkedHashMap<>();

    private ContactFlow(JsonNode document) {
        this.document = document;
        for (JsonNode action : document.path("Actions")) {
            actions.put(action.path("Identifier").asText(), new FlowAction(action));
        }
    }

    /** @throws IllegalArgumentException if it is not JSON; what is wrong with the flow is {@link FlowLinter}'s to tell */
    public static ContactFlow load(String json) {
        try {
            return new ContactFlow(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The contact flow is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The flow that is delivered in {@code connect/contact-flow.json}: with both languages, keeping the purpose. */
    public static ContactFlow delivered() {
        try (InputStream json = ContactFlow.class.getResourceAsStream("/connect/contact-flow.json")) {
            if (json == null) {
                throw new IllegalStateException("connect/contact-flow.json is not on the class path");
            }
            return new ContactFlow(JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String startAction() {
        return document.path("StartAction").asText();
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public FlowAction action(String identifier) {
        FlowAction action = actions.get(identifier);
        if (action == null) {
            throw new IllegalArgumentException("No action is called " + identifier);
        }
        return action;
    }

    public List<FlowAction> actions() {
        List<FlowAction> all = new ArrayList<>();
        document.path("Actions").forEach(action -> all.add(new FlowAction(action)));
        return all;
    }

    JsonNode document() {
        return document;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactFlow that && that.document.equals(document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    @Override
    public String toString() {
        return document.toPrettyString();
    }
}
