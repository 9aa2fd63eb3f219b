package nl.idcontact.telephony.app.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One fixed key of the configuration.
 *
 * @param path its place below {@code global}, such as {@code link.secret}
 * @param type what it holds
 * @param defaultText what holds when it is not set, written as in a variable; {@code null} if nothing does
 * @param required whether the server cannot do without it
 * @param meaning one sentence for the documentation
 */
record Setting<T>(String path, ValueType<T> type, @Nullable String defaultText, boolean required, String meaning) {

    static <T> Setting<T> required(String path, ValueType<T> type, String meaning) {
        return new Setting<>(path, type, null, true, meaning);
    }

    static <T> Setting<T> optional(String path, ValueType<T> type, String meaning) {
        return new Setting<>(path, type, null, false, meaning);
    }

    static <T> Setting<T> withDefault(String path, ValueType<T> type, String defaultText, String meaning) {
        return new Setting<>(path, type, defaultText, false, meaning);
    }

    /** The key as it is named in problems: {@code global.link.secret}. */
    String key() {
        return keyOf(path);
    }

    /** The environment variable for it: {@code IDCONTACT_LINK_SECRET}. */
    String variable() {
        return variableOf(path);
    }

    static String keyOf(String path) {
        return "global." + path;
    }

    static String variableOf(String path) {
        return Environment.PREFIX + path.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
