package nl.idcontact.telephony.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * JSON as RFC 8259 has it and no further: UTF-8 alone, no name twice in one object (section 4 leaves that open, and two
 * readers that differ on it can be played off against each other), nothing after the value, bounded depth.
 */
final class Json {
    private static final int MAX_DEPTH = 32;
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    /**
     * Reads one value of {@code type}; members that it does not know are ignored.
     *
     * @throws Refused with {@link Problems#MALFORMED_REQUEST} if it is anything else
     */
    static <T> T read(byte[] body, Class<T> type) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            T value = MAPPER.readValue(text, type);
            if (value != null) {
                return value;
            }
        } catch (CharacterCodingException | JsonProcessingException malformed) {
            throw new Refused(Problems.MALFORMED_REQUEST);
        }
        throw new Refused(Problems.MALFORMED_REQUEST);
    }

    /** Writes a shape on one line. Not as bytes: Jackson refuses to encode the lone surrogates that a string may hold. */
    static String write(Object shape) {
        try {
            return MAPPER.writeValueAsString(shape);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A shape that is no JSON", unwritable);
        }
    }

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(BodyReader.MAX_BYTES)
                        .maxNameLength(BodyReader.MAX_BYTES)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .withCoercionConfig(LogicalType.Textual, strings -> {
                    for (CoercionInputShape shape : CoercionInputShape.values()) {
                        strings.setCoercion(shape, CoercionAction.Fail);
                    }
                    strings.setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert);
                })
                .build();
    }
}
