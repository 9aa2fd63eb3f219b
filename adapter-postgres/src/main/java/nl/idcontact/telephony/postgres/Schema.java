package nl.idcontact.telephony.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The tables of the store, in the connection's default schema, and the way to their newest shape. Tables of others are left
 * alone, the original's {@code session} too.
 */
public final class Schema {
    private static final int PROBE_SECONDS = 2;

    private final DataSource database;
    private final Flyway flyway;

    /** @param database where the tables are or shall be */
    public Schema(DataSource database) {
        this.database = database;
        this.flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:nl/idcontact/telephony/postgres/migration")
                .table("telephony_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    /** Brings the tables to their newest shape. Several instances may do so at once. */
    public void migrate() {
        flyway.migrate();
    }

    /** What {@link #migrate} would do: one line a step, in order; nothing if the tables have their newest shape. */
    public List<String> pending() {
        return Arrays.stream(flyway.info().pending())
                .map(step -> step.getVersion() + " " + step.getDescription())
                .toList();
    }

    /** Whether somebody is there at all. */
    boolean canConnect() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PROBE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
