package nl.idcontact.telephony.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The checked values of all settings. */
final class Values {

    private final Map<Setting<?>, Object> values = new HashMap<>();

    /** Reads every setting out of the tree below {@code global}; what is wrong or missing becomes a problem. */
    static Values read(ObjectNode global, Findings findings) {
        Values values = new Values();
        for (Setting<?> setting : Settings.ALL) {
            values.read(setting, Tree.find(global, setting.path()), findings);
        }
        return values;
    }

    private void read(Setting<?> setting, JsonNode node, Findings findings) {
        try {
            if (!node.isMissingNode()) {
                values.put(setting, setting.type().read(node));
            } else if (setting.defaultText() != null) {
                values.put(setting, setting.type().read(setting.type().fromVariable(setting.defaultText())));
            } else if (setting.required() && !findings.hasProblem(setting.key())) {
                String suffix = setting.type() instanceof KeyListType ? "_KEY" : "";
                findings.problem(
                        setting.key(),
                        "is missing; must be " + setting.type().expected() + ", here or in " + setting.variable()
                                + suffix);
            }
        } catch (Unacceptable unacceptable) {
            findings.problems(setting.key(), unacceptable);
        }
    }

    /** The value, if it is set or has a default, and is right. */
    @SuppressWarnings("unchecked") // only read() puts values in, each from the type of its own setting
    <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting));
    }

    /** The value of a setting that is required or has a default, once there are no problems. */
    <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalStateException(setting.key() + " has a problem"));
    }
}
