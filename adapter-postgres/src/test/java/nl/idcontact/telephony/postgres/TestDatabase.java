package nl.idcontact.telephony.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Optional;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;
import org.jdbi.v3.core.Jdbi;

/** A database of the shared server with the store's tables in it, for one test class. */
final class TestDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 16;

    private final HikariDataSource pool;

    TestDatabase() {
        EmbeddedDatabase server = EmbeddedDatabase.shared();
        HikariConfig config =
                new Connecting(server.newDatabase(), Optional.of(server.user()), Optional.of(server.password())).pool();
        config.setMaximumPoolSize(CONNECTIONS);
        pool = new HikariDataSource(config);
        try {
            new Schema(pool).migrate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    HikariDataSource pool() {
        return pool;
    }

    Jdbi jdbi() {
        return Jdbi.create(pool);
    }

    void empty() {
        jdbi().useHandle(handle ->
                handle.execute("TRUNCATE telephony_session, telephony_attempt, telephony_wrong_code"));
    }

    @Override
    public void close() {
        pool.close();
    }
}
