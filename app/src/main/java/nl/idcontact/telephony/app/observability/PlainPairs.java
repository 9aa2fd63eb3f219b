package nl.idcontact.telephony.app.observability;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/**
 * The key-value pairs of a log event in a plain line: {@code key=value}, the value quoted and escaped as in JSON (RFC 8259 section 7)
 * if it is not a simple word. What came from outside can thus neither begin a new line nor pass for another pair.
 */
public final class PlainPairs extends ClassicConverter {
    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            for (KeyValuePair pair : pairs) {
                text.append(' ').append(pair.key).append('=').append(shown(String.valueOf(pair.value)));
            }
        }
        return text.toString();
    }

    private static String shown(String value) {
        return isWord(value) ? value : quoted(value);
    }

    private static boolean isWord(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean alphanumeric = c < 128 && Character.isLetterOrDigit(c);
            if (!alphanumeric && "_.,:/@-".indexOf(c) < 0) {
                return false;
            }
        }
        return !value.isEmpty();
    }

    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                text.append('\\').appendCodePoint(character);
            } else if (isVisible(character)) {
                text.appendCodePoint(character);
            } else {
                for (char unit : Character.toChars(character)) {
                    text.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return text.append('"').toString();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
