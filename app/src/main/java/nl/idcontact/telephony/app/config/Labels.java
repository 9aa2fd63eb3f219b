package nl.idcontact.telephony.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The settings whose names the operator chooses: {@code purposes.*} and {@code attributes.*}.
 *
 * @param purposes the labels of purposes
 * @param phoneNumbers the numbers of purposes that have their own
 * @param attributes how attributes are shown
 */
record Labels(
        Map<String, Map<String, String>> purposes,
        Map<String, String> phoneNumbers,
        Map<String, AttributeDisplay> attributes) {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final int MAX_NAME = 200;
    private static final ValueType<String> LABEL =
            new TextType<>("a text", text -> Optional.of(text).filter(label -> !label.isBlank()));

    static Labels read(ObjectNode global, Findings findings) {
        Map<String, Map<String, String>> purposes = new LinkedHashMap<>();
        Map<String, String> phoneNumbers = new LinkedHashMap<>();
        Map<String, AttributeDisplay> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : global.path("purposes").properties()) {
            String path = "purposes." + entry.getKey();
            name(path, entry.getKey(), findings);
            purposes.put(entry.getKey(), label(path, entry.getValue(), findings));
            value(path + ".phonenumber", entry.getValue().path("phonenumber"), Types.PHONE_NUMBER, findings)
                    .ifPresent(number -> phoneNumbers.put(entry.getKey(), number));
        }
        for (Map.Entry<String, JsonNode> entry : global.path("attributes").properties()) {
            String path = "attributes." + entry.getKey();
            name(path, entry.getKey(), findings);
            boolean masked = value(path + ".masked", entry.getValue().path("masked"), new FlagType(), findings)
                    .orElse(false);
            attributes.put(entry.getKey(), new AttributeDisplay(label(path, entry.getValue(), findings), masked));
        }
        return new Labels(
                Collections.unmodifiableMap(purposes),
                Map.copyOf(phoneNumbers),
                Collections.unmodifiableMap(attributes));
    }

    private static void name(String path, String name, Findings findings) {
        int length = name.codePointCount(0, name.length());
        if (length < 1 || length > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            findings.problem(
                    Setting.keyOf(path), "must have a name of 1 to " + MAX_NAME + " characters, none a control one");
        }
    }

    private static Map<String, String> label(String path, JsonNode table, Findings findings) {
        Map<String, String> label = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : table.path("label").properties()) {
            String place = path + ".label." + entry.getKey();
            if (!LANGUAGE.matcher(entry.getKey()).matches()) {
                findings.problem(
                        Setting.keyOf(place), "must have a language tag (BCP 47) as its name, such as nl or en");
            }
            value(place, entry.getValue(), LABEL, findings).ifPresent(text -> label.put(entry.getKey(), text));
        }
        return Collections.unmodifiableMap(label);
    }

    private static <T> Optional<T> value(String path, JsonNode node, ValueType<T> type, Findings findings) {
        try {
            return node.isMissingNode() ? Optional.empty() : Optional.of(type.read(node));
        } catch (Unacceptable unacceptable) {
            findings.problems(Setting.keyOf(path), unacceptable);
            return Optional.empty();
        }
    }
}
