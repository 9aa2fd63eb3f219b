package nl.idcontact.telephony.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL itself says which time it was sent. */
class PreciseTimeTest {
    @AutoClose
    private static final TestDatabase database = new TestDatabase();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00.000000Z",
                "1999-12-31T23:59:59.999999Z",
                "2000-01-01T00:00:00.000000Z",
                "2026-03-29T01:30:00.123456Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void arrivesToTheMicrosecond(String time) {
        try (Handle handle = database.jdbi().open()) {
            assertThat(handle.createQuery(
                                    "SELECT to_char(:time AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                            .bind("time", Binding.time(Instant.parse(time)))
                            .mapTo(String.class)
                            .one())
                    .isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29T01:30:00.123456Z"})
    void isTextForConnectionsThatSendNothingElse(String time) {
        assertThat(new PreciseTime(Instant.parse(time)).getValue()).isEqualTo(time);
    }
}
