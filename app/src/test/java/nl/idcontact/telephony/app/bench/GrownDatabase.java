package nl.idcontact.telephony.app.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;

/**
 * A table of sessions that has grown: started over the last seventeen hours, so that somewhat less than a third is past the
 * maximal age and the purge has work for minutes; the others are live. They have neither result nor call.
 */
final class GrownDatabase {
    private static final List<String> WITHOUT_INDEXES = List.of(
            "ALTER TABLE telephony_session DROP CONSTRAINT telephony_session_pkey",
            "ALTER TABLE telephony_session DROP CONSTRAINT telephony_session_code_key",
            "ALTER TABLE telephony_session DROP CONSTRAINT telephony_session_call_key",
            "DROP INDEX telephony_session_started_at_idx");
    private static final String ROWS = """
            INSERT INTO telephony_session (session, code, purpose, started_at, last_activity)
            SELECT sha256(('s' || n)::bytea), sha256(('c' || n)::bytea), 'report_move',
                   now() - interval '17 hours' * n / %1$d, now() - interval '50 minutes' * random()
              FROM generate_series(1, %1$d) AS n
            """;
    private static final List<String> INDEXES = List.of(
            "SET maintenance_work_mem = '512MB'",
            "ALTER TABLE telephony_session ADD CONSTRAINT telephony_session_pkey PRIMARY KEY (session)",
            "ALTER TABLE telephony_session ADD CONSTRAINT telephony_session_code_key UNIQUE (code)",
            "ALTER TABLE telephony_session ADD CONSTRAINT telephony_session_call_key UNIQUE (call)",
            "CREATE INDEX telephony_session_started_at_idx ON telephony_session (started_at)",
            "VACUUM (ANALYZE) telephony_session",
            "CHECKPOINT");

    private final EmbeddedDatabase postgres;
    private final String url;

    GrownDatabase(EmbeddedDatabase postgres, String url) {
        this.postgres = postgres;
        this.url = url;
    }

    /** Fills it; as an index follows each row, that would take an hour, so they are made afterwards. */
    void fill(int rows) throws SQLException {
        try (Connection connection = postgres.connect(url);
                Statement statement = connection.createStatement()) {
            for (String step : WITHOUT_INDEXES) {
                statement.execute(step);
            }
            statement.execute(ROWS.formatted(rows));
            for (String step : INDEXES) {
                statement.execute(step);
            }
        }
    }

    /** How many sessions are past their maximal age and still there. */
    long expired() throws SQLException {
        return number("SELECT count(*) FROM telephony_session WHERE started_at < now() - interval '12 hours'");
    }

    /** The size of the table with all its indexes, in MB. */
    long megabytes() throws SQLException {
        return number("SELECT pg_total_relation_size('telephony_session') / 1048576");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = postgres.connect(url);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
