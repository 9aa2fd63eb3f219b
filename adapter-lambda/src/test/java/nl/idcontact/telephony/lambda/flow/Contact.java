package nl.idcontact.telephony.lambda.flow;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A call as Amazon Connect knows it. */
public final class Contact {
    private static final String INSTANCE =
            "arn:aws:connect:eu-central-1:123456789012:instance/9308c2a1-9bc6-4cea-8290-6c0b4a6d38fa";

    private final String contactId;
    private final String initialContactId;
    private final Map<String, String> attributes = new LinkedHashMap<>();

    private Contact(String contactId, String initialContactId) {
        this.contactId = contactId;
        this.initialContactId = initialContactId;
    }

    /** A call that comes in from outside: both its ids are the same. */
    public static Contact incoming(String contactId) {
        return new Contact(contactId, contactId);
    }

    /** A call that was transferred into the flow. */
    public static Contact transferred(String contactId, String initialContactId) {
        return new Contact(contactId, initialContactId);
    }

    /** What the flow has stored with the call, where agents' pages read it. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** The event that a Lambda action sends, with everything that Amazon Connect puts into it for a voice call. */
    public Map<String, Object> event(Map<String, String> parameters) {
        Map<String, Object> data = new HashMap<>();
        data.put("Attributes", Map.copyOf(attributes));
        data.put("AwsRegion", "eu-central-1");
        data.put("Channel", "VOICE");
        data.put("ContactId", contactId);
        data.put("CustomerEndpoint", Map.of("Address", "+31612345678", "Type", "TELEPHONE_NUMBER"));
        data.put("CustomerId", null);
        data.put("Description", null);
        data.put("InitialContactId", initialContactId);
        data.put("InitiationMethod", contactId.equals(initialContactId) ? "INBOUND" : "TRANSFER");
        data.put("InstanceARN", INSTANCE);
        data.put("LanguageCode", "nl-NL");
        data.put("MediaStreams", Map.of("Customer", Map.of("Audio", Map.of())));
        data.put("Name", null);
        data.put("PreviousContactId", contactId);
        data.put("Queue", null);
        data.put("References", Map.of());
        data.put("RelatedContactId", null);
        data.put("SegmentAttributes", Map.of("connect:Subtype", Map.of("ValueString", "connect:Telephony")));
        data.put("SystemEndpoint", Map.of("Address", "+31101234567", "Type", "TELEPHONE_NUMBER"));
        data.put("Tags", List.of());
        return Map.of(
                "Name",
                "ContactFlowEvent",
                "Details",
                Map.of("ContactData", data, "Parameters", Map.copyOf(parameters)));
    }
}
