package nl.idcontact.telephony.domain.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an auth plugin has verified about a resident. It shows its names, never its values.
 *
 * @param values value by name, in the order of the auth result
 */
public record Attributes(Map<String, String> values) {
    /** No attribute at all. */
    public static final Attributes NONE = new Attributes(Map.of());

    public Attributes {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The names, in order. */
    public Set<String> names() {
        return values.keySet();
    }

    @Override
    public String toString() {
        return "Attributes" + names();
    }
}
