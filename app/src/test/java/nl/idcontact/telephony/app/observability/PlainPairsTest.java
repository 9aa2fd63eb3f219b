package nl.idcontact.telephony.app.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class PlainPairsTest {
    private final LoggingEvent event = new LoggingEvent();

    @Test
    void simple_words_stand_as_they_are() {
        assertThat(shown("event", "linked", "call", "8c0f5b1e-1", "instance", "host.example/12"))
                .isEqualTo(" event=linked call=8c0f5b1e-1 instance=host.example/12");
    }

    @Test
    void nothing_from_outside_passes_for_another_pair_or_line() {
        assertThat(shown("call", "x event=\"released\" \\")).isEqualTo(" call=\"x event=\\\"released\\\" \\\\\"");
        assertThat(shown("call", "a\nb\u2028c\u202ed\ud800")).isEqualTo(" call=\"a\\u000ab\\u2028c\\u202ed\\ud800\"");
        assertThat(shown("call", "")).isEqualTo(" call=\"\"");
    }

    @Test
    void an_event_without_pairs_shows_none() {
        assertThat(new PlainPairs().convert(event)).isEmpty();
    }

    private String shown(String... keysAndValues) {
        LoggingEvent fresh = new LoggingEvent();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fresh.addKeyValuePair(new KeyValuePair(keysAndValues[i], keysAndValues[i + 1]));
        }
        return new PlainPairs().convert(fresh);
    }
}
