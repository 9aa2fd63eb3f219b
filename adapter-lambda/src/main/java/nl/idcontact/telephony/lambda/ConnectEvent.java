package nl.idcontact.telephony.lambda;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an Amazon Connect flow sends: {@code {"Details": {"Parameters": {…}, "ContactData": {…}}}}; other members are ignored. */
final class ConnectEvent {
    /** No code is longer than 20 digits, and the backend takes at most 32. */
    private static final int MOST_DIGITS = 32;

    /** How encrypted input begins in base64: message version 1, type 0x80, suite 0x0378. */
    private static final String ENCRYPTED = "AYADe";

    private final Map<?, ?> parameters;
    private final Map<?, ?> contact;
    private final @Nullable InputKey inputKey;

    /** @param inputKey opens input that the flow encrypted */
    ConnectEvent(Map<String, Object> event, @Nullable InputKey inputKey) {
        this.inputKey = inputKey;
        Map<?, ?> details = object(event.get("Details"));
        this.parameters = object(details.get("Parameters"));
        this.contact = object(details.get("ContactData"));
    }

    /**
     * The digits of the parameter {@code dtmf}, else of the contact attribute of that name; empty if nothing was keyed in.
     *
     * <p>Amazon Connect stores {@code Timeout} when the caller keyed in nothing, and a caller may have put in a {@code *} or a
     * blank. Of more digits than any code has only the first are kept: such a code is as wrong as it was, and the backend can
     * count the attempt.
     *
     * @throws IllegalArgumentException if it is encrypted and cannot be opened
     */
    String keyedInDigits() {
        Object parameter = parameters.get("dtmf");
        String keyedIn = opened(text(
                parameter != null
                        ? parameter
                        : object(contact.get("Attributes")).get("dtmf")));
        StringBuilder digits = new StringBuilder(MOST_DIGITS);
        for (int i = 0; i < keyedIn.length() && digits.length() < MOST_DIGITS; i++) {
            char c = keyedIn.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    /**
     * The id that stays the same when the call is transferred.
     *
     * @throws IllegalArgumentException if the event names no contact
     */
    String phoneSessionId() {
        String initial = text(contact.get("InitialContactId"));
        String id = initial.isBlank() ? text(contact.get("ContactId")) : initial;
        if (id.isBlank()) {
            throw new IllegalArgumentException("The event has neither an InitialContactId nor a ContactId");
        }
        return id;
    }

    /** Without this the digits of the base64 would go out as a code. */
    private String opened(String input) {
        if (!input.startsWith(ENCRYPTED)) {
            return input;
        }
        if (inputKey == null) {
            throw new IllegalArgumentException("The input is encrypted, but INPUT_PRIVATE_KEY is not set");
        }
        return inputKey.open(input);
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(@Nullable Object value) {
        return value instanceof String || value instanceof Number ? value.toString() : "";
    }
}
