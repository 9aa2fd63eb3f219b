package nl.idcontact.telephony.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    @Test
    void readsEveryKindOfValue() {
        assertThat(read(
                        " {\"s\": \"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\\uD83D\\uDE00é\", \"i\":-12, \"l\":123456789012345678,"
                                + "\"d\":1.5e3, \"big\":12345678901234567890, \"t\":true, \"f\":false, \"n\":null,"
                                + "\"o\":{\"a\":[1, [], {}, null, \"x\"]}, \"e\":{}} \r\n\t"))
                .isEqualTo(Map.of(
                        "s",
                        "a\"\\/\b\f\n\r\té😀é",
                        "i",
                        -12L,
                        "l",
                        123456789012345678L,
                        "d",
                        1500.0,
                        "big",
                        1.2345678901234567E19,
                        "t",
                        true,
                        "f",
                        false,
                        "o",
                        Map.of("a", List.of(1L, List.of(), Map.of(), "x")),
                        "e",
                        Map.of()));
    }

    @Test
    void theLastOfTwoMembersOfOneNameCounts() {
        assertThat(read("{\"a\":1,\"a\":2}")).isEqualTo(Map.of("a", 2L));
        assertThat(read("{\"a\":1,\"a\":null}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"a\"",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{\"a\":1}x",
                "{\"a\":tru}",
                "{\"a\":-}",
                "{\"a\":1e}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"",
                "{\"a\":\"\\",
                "{\"a\":\"\\u12",
                "{\"a\":[1 2]}",
                "{\"a\":[1,]}",
                "{\"a\" 1}",
                "{\"a\":}",
                "{'a':1}",
            })
    void refusesWhatIsNoObject(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a JSON object");
    }

    @Test
    void refusesDeepNestingLongBeforeTheStackEnds() {
        assertThatThrownBy(() -> read("{\"a\":".repeat(100_000))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(100_000))).isInstanceOf(IllegalArgumentException.class);
        assertThat(read("{\"a\":".repeat(63) + "{}" + "}".repeat(63))).isNotEmpty();
    }

    @Test
    void whatIsWrittenAnotherParserReads() throws IOException {
        Random random = new Random(20261123);
        for (int round = 0; round < 500; round++) {
            Map<String, String> members = new LinkedHashMap<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                members.put(text(random), text(random));
            }
            byte[] json = Json.write(members);
            assertThat(JACKSON.readValue(json, Object.class)).isEqualTo(members);
            assertThat(read(new String(json, UTF_8))).isEqualTo(members);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(0x20);
                        case 1 -> "\"\\/{}:,é".codePointAt(random.nextInt(8));
                        case 2 -> 0x1F600 + random.nextInt(50);
                        default -> 'a' + random.nextInt(26);
                    });
        }
        return text.toString();
    }

    private static Map<String, Object> read(String json) {
        return Json.read(json.getBytes(UTF_8));
    }
}
