package nl.idcontact.telephony.http.jose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;

/**
 * Reads what stands in a token as JSON of UTF-8 (RFC 8259). Names that occur twice, deep nesting, long numbers and bytes that are not UTF-8
 * are errors, so that no two readers can read a token differently or be kept busy by one.
 */
final class StrictJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNumberLength(64)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private StrictJson() {}

    /** Takes the members of an object one by one. */
    @FunctionalInterface
    interface Members {
        /**
         * Takes one member.
         *
         * @param value stands at the first token of the member's value, and must stand at its last one afterwards
         */
        void read(String name, JsonParser value) throws IOException, TokenRefused;
    }

    /**
     * Reads a text that is one object and nothing else. A member that is {@code null} counts as absent.
     *
     * @throws TokenRefused as {@code otherwise} if it is anything else
     */
    static void readObject(byte[] utf8, Refusal otherwise, Members members) throws TokenRefused {
        readAll(utf8, otherwise, (name, value) -> {
            if (value.currentToken() != JsonToken.VALUE_NULL) {
                members.read(name, value);
            }
        });
    }

    /**
     * The names of a text's members, those that are {@code null} too.
     *
     * @throws TokenRefused as {@code otherwise} if it is anything else than one object
     */
    static Set<String> names(byte[] utf8, Refusal otherwise) throws TokenRefused {
        Set<String> names = new HashSet<>();
        readAll(utf8, otherwise, (name, value) -> {
            names.add(name);
            value.skipChildren();
        });
        return names;
    }

    private static void readAll(byte[] utf8, Refusal otherwise, Members members) throws TokenRefused {
        try (JsonParser json = FACTORY.createParser(decoded(utf8))) {
            boolean isObject = json.nextToken() == JsonToken.START_OBJECT;
            if (isObject) {
                readMembers(json, members);
            }
            if (!isObject || json.nextToken() != null) {
                throw new TokenRefused(otherwise);
            }
        } catch (IOException notJson) {
            throw new TokenRefused(otherwise);
        }
    }

    private static void readMembers(JsonParser json, Members members) throws IOException, TokenRefused {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            members.read(name, json);
        }
    }

    /** The string at which {@code json} stands; empty if it is of another type or has a lone surrogate. */
    static Optional<String> text(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return Optional.empty();
        }
        return Optional.of(json.getText()).filter(StrictJson::isWellFormed);
    }

    /** Whether a text has no lone surrogate, so that UTF-8 can say it. */
    static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE);
    }

    private static char[] decoded(byte[] utf8) throws IOException {
        var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
        char[] text = new char[decoded.remaining()];
        decoded.get(text);
        return text;
    }
}
