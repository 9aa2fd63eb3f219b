package nl.idcontact.telephony.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/**
 * JSON (RFC 8259) as little as this function needs it: objects come as maps, arrays as lists, whole numbers as {@link Long},
 * other numbers as {@link Double}.
 *
 * <p>A JSON library would be the natural choice; the smallest streaming parser of a well-kept one costs a cold JVM as much as
 * starting it does.
 */
final class Json {
    private Json() {}

    /** @throws IllegalArgumentException if the text is not one JSON object; the message shows nothing of it */
    static Map<String, Object> read(byte[] utf8) {
        return new JsonReader(new String(utf8, UTF_8)).document();
    }

    static byte[] write(Map<String, String> members) {
        StringBuilder json = new StringBuilder(256);
        char separator = '{';
        for (Map.Entry<String, String> member : members.entrySet()) {
            json.append(separator);
            quote(json, member.getKey());
            json.append(':');
            quote(json, member.getValue());
            separator = ',';
        }
        return json.append(members.isEmpty() ? "{}" : "}").toString().getBytes(UTF_8);
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                // A lone surrogate has no UTF-8: escaped, it at least survives.
                escape(json, c);
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    private static void escape(StringBuilder json, char c) {
        json.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            json.append(Character.forDigit(c >> shift & 0xF, 16));
        }
    }
}
