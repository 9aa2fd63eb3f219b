package nl.idcontact.telephony.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.StoreUnavailable;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** No exception shows what is in a row or a statement. */
class SilenceTest {
    private final EmbeddedDatabase server = EmbeddedDatabase.shared();

    @Test
    void aStatementThatFailsDoesNotShowItsValues() {
        String url = server.newDatabase();
        try (PostgresDatabase database =
                PostgresDatabase.open(url, Optional.of(server.user()), Optional.of(server.password()))) {
            database.migrate();
            Jdbi.create(() -> server.connect(url))
                    .useHandle(handle -> handle.execute(
                            "ALTER TABLE telephony_session ADD CONSTRAINT broken CHECK (purpose = 'none')"));
            SessionStore store = database.sessionStore(Lifetime.DEFAULT);
            Flow flow = Flow.number(1);
            Throwable failure = catchThrowable(() -> flow.start(store, Instant.parse("2026-03-02T12:00:00Z")));

            assertThat(failure).isNotNull().isNotInstanceOf(StoreUnavailable.class);
            assertThat(everythingAbout(failure))
                    .contains("broken")
                    .doesNotContain(
                            "report_move",
                            "2026-03-02",
                            hex(flow.session().bytes()),
                            hex(flow.code().bytes()));
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes, 0, 4);
    }

    private static String everythingAbout(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
