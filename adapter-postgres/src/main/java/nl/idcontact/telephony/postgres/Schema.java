package nl.idcontact.telephony.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables of the store, in the connection's default schema, and the way to their newest shape. Tables of others are left
 * alone, the original's {@code session} too.
 */
final class Schema {
    /** Held by a transaction; two numbers, of which Flyway uses none. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(1768121448, 1)";

    private final DataSource database;
    private final Flyway flyway;

    /** @param database where the tables are or shall be */
    Schema(DataSource database) {
        this.database = database;
        this.flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:nl/idcontact/telephony/postgres/migration")
                .table("telephony_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // A look at the history finds fault neither with what is to come nor with what a newer version did.
                .ignoreMigrationPatterns("*:pending", "*:future")
                .load();
    }

    /**
     * Brings the tables to their newest shape. Several instances may do so at once: they wait for each other, since Flyway's
     * own lock does not cover the first look at a database without a history.
     *
     * @throws SQLException if the database cannot be reached
     * @throws FlywayException if it can, but a step fails
     */
    void migrate() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute(LOCK);
            flyway.migrate();
            connection.commit();
        }
    }

    /**
     * What {@link #migrate} would do: one line a step, in order; nothing if the tables have their newest shape.
     *
     * @throws SQLException if the database cannot be reached, or the user may not create what is to come
     * @throws FlywayException if the history of changes is not the one of this version or an older one
     */
    List<String> pending() throws SQLException {
        flyway.validate();
        List<String> steps = Arrays.stream(flyway.info().pending())
                .map(step -> step.getVersion() + " " + step.getDescription())
                .toList();
        if (!steps.isEmpty()) {
            checkRightToCreate();
        }
        return steps;
    }

    private void checkRightToCreate() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement question = connection.createStatement();
                ResultSet answer = question.executeQuery("SELECT has_schema_privilege(current_schema(), 'CREATE')")) {
            if (!answer.next() || !answer.getBoolean(1)) {
                throw new SQLException("no right to create tables", Trouble.NO_RIGHT);
            }
        }
    }
}
