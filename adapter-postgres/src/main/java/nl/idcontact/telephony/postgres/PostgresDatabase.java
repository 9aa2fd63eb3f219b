package nl.idcontact.telephony.postgres;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.FlightRecorder;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionStore;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.statement.JdbiStatementEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to a PostgreSQL database: a pool of connections, the tables, and whether it answers. Can be opened while the
 * database is away.
 */
public final class PostgresDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int PROBE_SECONDS = 1;

    private final HikariDataSource pool;
    private final Schema schema;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean migrated;

    private PostgresDatabase(Connecting connecting) {
        this.schema = new Schema(connecting.patient());
        this.pool = new HikariDataSource(connecting.pool());
    }

    /**
     * Begins in the background what the first statement would wait for: JDBI announces its statements to the JVM's flight recorder,
     * which takes a twentieth of a second to get ready. May be called at any time, or never.
     */
    public static void warmUp() {
        if (ModuleLayer.boot().findModule("jdk.jfr").isPresent()) {
            Thread thread = new Thread(() -> FlightRecorder.register(JdbiStatementEvent.class), "database-warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * Opens a pool; asks nothing of the database yet.
     *
     * @param jdbcUrl {@code jdbc:postgresql://host[:port][,...]/database[?...]}; of several hosts, the one that takes writes is
     *     used unless {@code targetServerType} says otherwise. The driver's parameters go before what is set here
     * @param user who we are, unless the address says so
     * @param password how we prove it, unless the address says so
     */
    public static PostgresDatabase open(String jdbcUrl, Optional<String> user, Optional<String> password) {
        return new PostgresDatabase(new Connecting(jdbcUrl, user, password));
    }

    /** How many requests can use the database at once; a connection more is there for housekeeping. */
    public static int connectionsForRequests() {
        return Connecting.connectionsForRequests();
    }

    /** A store in this database. Its tables are there once {@link #migrate} has returned. */
    public SessionStore sessionStore(Lifetime lifetime) {
        return new PostgresSessionStore(pool, lifetime);
    }

    /** Lets {@code metrics} watch the pool. To be called once. */
    public void watchedBy(MetricsTrackerFactory metrics) {
        pool.setMetricsTrackerFactory(metrics);
    }

    /**
     * Brings the tables to their newest shape, and waits for the database as long as that takes. Several instances may do so at
     * once.
     *
     * @return whether that is done; false if this was closed meanwhile
     * @throws MigrationFailed if the database is there, but the tables cannot be brought to their newest shape
     */
    public boolean migrate() {
        Duration wait = FIRST_WAIT;
        while (!isClosed(Duration.ZERO)) {
            Optional<String> reason = tryToMigrate();
            if (reason.isEmpty()) {
                migrated = true;
                return true;
            }
            LOG.warn("Waiting for the database: {}. Next try in {} s", reason.get(), wait.toSeconds());
            if (isClosed(wait)) {
                break;
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
        return false;
    }

    /** Whether the tables have their newest shape and the database answers now; false after about 2 s if it does not. */
    public boolean isReady() {
        if (!migrated) {
            return false;
        }
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(PROBE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /** What {@link #migrate} would do, or why the database cannot be used. Changes nothing and waits for nothing. */
    public SchemaReport pendingMigrations() {
        try {
            return SchemaReport.pending(schema.pending());
        } catch (SQLException | FlywayException e) {
            return SchemaReport.problem(Trouble.reason(e));
        }
    }

    /** Closes all connections, and ends a wait for the database. */
    @Override
    public void close() {
        closed.countDown();
        pool.close();
    }

    /** Nothing if done, or why the database cannot be used now. */
    private Optional<String> tryToMigrate() {
        try {
            schema.migrate();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(Trouble.reason(e));
        } catch (FlywayException e) {
            if (Trouble.isUnavailability(e)) {
                return Optional.of(Trouble.reason(e));
            }
            throw new MigrationFailed(Trouble.reason(e), e);
        }
    }

    private boolean isClosed(Duration patience) {
        try {
            return closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
