package nl.idcontact.telephony.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How connections are made. Time-outs are short: a request has 4 s in all, so it waits {@value #POOL_WAIT_MILLIS} ms for a
 * connection and {@value #ANSWER_SECONDS} s for an answer.
 */
final class Connecting {
    private static final int POOL_WAIT_MILLIS = 1200;
    private static final int VALIDATION_MILLIS = 1000;
    private static final int ANSWER_SECONDS = 2;
    private static final int CONNECT_SECONDS = 2;
    private static final int KEEPALIVE_MILLIS = 30_000;
    private static final int LEAST_CONNECTIONS = 8;
    private static final int CONNECTIONS_A_CORE = 4;
    private static final int MOST_CONNECTIONS = 31;

    /** Said to the driver unless the address says otherwise. */
    private static final Map<PGProperty, String> DEFAULTS = Map.of(
            PGProperty.APPLICATION_NAME, "id-contact-telephony",
            PGProperty.TARGET_SERVER_TYPE, "primary",
            // After a failover, the new primary is soon asked again whether it is one.
            PGProperty.HOST_RECHECK_SECONDS, "1",
            PGProperty.CONNECT_TIMEOUT, String.valueOf(CONNECT_SECONDS),
            PGProperty.CANCEL_SIGNAL_TIMEOUT, "1",
            PGProperty.TCP_KEEP_ALIVE, "true",
            // Every statement comes again and again: have the server keep it from the first time on.
            PGProperty.PREPARE_THRESHOLD, "1",
            // The server's details quote the values of a row.
            PGProperty.LOG_SERVER_ERROR_DETAIL, "false");

    /**
     * Said to the server. Plans are made once a connection, which halves its work, and go by index whatever the statistics
     * say: a table that was empty when a plan was made may be large an hour later. What we no longer wait for must neither
     * go on nor hold locks.
     */
    private static final String SESSION_SETTINGS = String.join(
            "; ",
            "SET plan_cache_mode = force_generic_plan",
            "SET enable_seqscan = off",
            "SET enable_bitmapscan = off",
            "SET enable_hashjoin = off",
            "SET enable_mergejoin = off",
            "SET enable_material = off",
            "SET jit = off",
            "SET statement_timeout = '" + ANSWER_SECONDS + "s'",
            "SET idle_in_transaction_session_timeout = '10s'");

    private final String jdbcUrl;
    private final Optional<String> user;
    private final Optional<String> password;

    Connecting(String jdbcUrl, Optional<String> user, Optional<String> password) {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
    }

    /**
     * Enough for group commit to have something to group (8 on 2 cores; more gain nothing there), and few enough for three
     * instances on large machines to fit the 100 that PostgreSQL allows by default.
     */
    static int connectionsForRequests() {
        int wanted = CONNECTIONS_A_CORE * Runtime.getRuntime().availableProcessors();
        return Math.min(MOST_CONNECTIONS, Math.max(LEAST_CONNECTIONS, wanted));
    }

    /** Connections that wait as long as a migration takes. */
    PGSimpleDataSource patient() {
        return driver(Map.of(PGProperty.LOGIN_TIMEOUT, "5"));
    }

    /** The pool's settings: one more connection than requests use, for housekeeping and probes. */
    HikariConfig pool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setDataSource(driver(Map.of(PGProperty.SOCKET_TIMEOUT, String.valueOf(ANSWER_SECONDS))));
        config.setMaximumPoolSize(connectionsForRequests() + 1);
        config.setConnectionTimeout(POOL_WAIT_MILLIS);
        config.setValidationTimeout(VALIDATION_MILLIS);
        config.setKeepaliveTime(KEEPALIVE_MILLIS);
        config.setConnectionInitSql(SESSION_SETTINGS);
        config.setExceptionOverride(new LeaveStandbys());
        // Start without a database, and wait for it.
        config.setInitializationFailTimeout(-1);
        return config;
    }

    private PGSimpleDataSource driver(Map<PGProperty, String> more) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(withDefaults(more));
        user.ifPresent(source::setUser);
        password.ifPresent(source::setPassword);
        return source;
    }

    /** Of a parameter that stands there twice, the driver takes the last, so ours stand first. */
    private String withDefaults(Map<PGProperty, String> more) {
        StringJoiner parameters = new StringJoiner("&");
        DEFAULTS.forEach((property, value) -> parameters.add(property.getName() + '=' + value));
        more.forEach((property, value) -> parameters.add(property.getName() + '=' + value));
        int given = jdbcUrl.indexOf('?');
        return given < 0
                ? jdbcUrl + '?' + parameters
                : jdbcUrl.substring(0, given + 1) + parameters + '&' + jdbcUrl.substring(given + 1);
    }

    /** After a failover, connections to what is a standby now are of no use. */
    private static final class LeaveStandbys implements SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException problem) {
            return Trouble.READ_ONLY.equals(problem.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    }
}
