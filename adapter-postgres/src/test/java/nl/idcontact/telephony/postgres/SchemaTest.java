package nl.idcontact.telephony.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.tck.Race;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables, and how they come into a database. */
class SchemaTest {
    private final EmbeddedDatabase server = EmbeddedDatabase.shared();
    private final String url = server.newDatabase();
    private final Jdbi jdbi = Jdbi.create(() -> server.connect(url));
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private PostgresDatabase database;

    @BeforeEach
    void open() {
        database = open(url);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private PostgresDatabase open(String address) {
        return PostgresDatabase.open(address, Optional.of(server.user()), Optional.of(server.password()));
    }

    @Test
    void anEmptyDatabaseIsFilled() {
        assertThat(database.pendingMigrations().pending())
                .containsExactly("1 sessions", "2 room for results", "3 no statistics");
        assertThat(database.isReady()).isFalse();
        assertThat(database.migrate()).isTrue();
        assertThat(database.isReady()).isTrue();
        assertThat(database.pendingMigrations()).isEqualTo(new SchemaReport(Optional.empty(), List.of()));
        assertThat(tables())
                .containsExactly(
                        "telephony_attempt", "telephony_schema_history", "telephony_session", "telephony_wrong_code");
    }

    @Test
    void askingWhatIsPendingChangesNothing() {
        database.pendingMigrations();
        assertThat(tables()).isEmpty();
    }

    @Test
    void severalInstancesMayMigrateAtOnce() throws Exception {
        List<Boolean> migrated = Race.of(number -> {
            try (PostgresDatabase instance = open(url)) {
                return instance.migrate();
            }
        });
        assertThat(migrated).containsOnly(true);
        assertThat(rows("SELECT version FROM telephony_schema_history WHERE version = '1'"))
                .hasSize(1);
    }

    @Test
    void theOriginalsTableIsLeftAlone() {
        jdbi.useHandle(handle -> {
            handle.execute("CREATE TABLE session (session_id TEXT, purpose TEXT NOT NULL, dtmf TEXT UNIQUE NOT NULL,"
                    + " auth_result TEXT, attr_id TEXT UNIQUE NOT NULL,"
                    + " created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),"
                    + " last_activity TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now())");
            handle.execute("INSERT INTO session (session_id, purpose, dtmf, attr_id)"
                    + " VALUES ('call', 'report_move', '1234567890', 'attr')");
        });
        List<Map<String, Object>> rows = rows("SELECT * FROM session");
        List<Map<String, Object>> columns = rows("SELECT column_name, data_type, is_nullable, column_default"
                + " FROM information_schema.columns WHERE table_name = 'session' ORDER BY ordinal_position");

        database.migrate();
        Flow.number(1).run(database.sessionStore(Lifetime.DEFAULT), NOON);

        assertThat(rows("SELECT * FROM session")).isEqualTo(rows);
        assertThat(rows("SELECT column_name, data_type, is_nullable, column_default"
                        + " FROM information_schema.columns WHERE table_name = 'session' ORDER BY ordinal_position"))
                .isEqualTo(columns);
    }

    @Test
    void theLastActivityHasNoIndex() {
        database.migrate();
        assertThat(rows("SELECT indexdef FROM pg_indexes WHERE tablename = 'telephony_session'"))
                .hasSize(4)
                .noneSatisfy(row -> assertThat(row.get("indexdef").toString()).contains("last_activity"));
    }

    @Test
    void itIsToldWhyTheDatabaseCannotBeUsed() throws SQLException {
        try (PostgresDatabase missing = open(server.jdbcUrl("nowhere"))) {
            assertThat(missing.pendingMigrations().problem()).contains("it has no database of that name");
        }
        try (PostgresDatabase deaf = open("jdbc:postgresql://localhost:1/nowhere")) {
            assertThat(deaf.pendingMigrations().problem()).contains("nothing listens at its address");
        }
        try (PostgresDatabase unknown = open("jdbc:postgresql://no-such-host.invalid/nowhere")) {
            assertThat(unknown.pendingMigrations().problem()).contains("its host name is not known");
        }
    }

    @Test
    void anotherHistoryIsToldBeforeAStartFailsOnIt() {
        database.migrate();
        jdbi.useHandle(
                handle -> handle.execute("UPDATE telephony_schema_history SET checksum = 1 WHERE version = '2'"));

        assertThat(database.pendingMigrations().problem())
                .contains("its history of changes is not the one of this version or an older one");
        assertThatThrownBy(database::migrate).isInstanceOf(MigrationFailed.class);
    }

    private List<String> tables() {
        return rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename").stream()
                .map(row -> row.get("tablename").toString())
                .toList();
    }

    private List<Map<String, Object>> rows(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapToMap().list());
    }
}
