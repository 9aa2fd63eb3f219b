package nl.idcontact.telephony.app.bench.worker;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Bare connections, lent for one statement at a time: as many, and set up alike, as the server's. */
final class Connections {
    private final BlockingQueue<Prepared> free;

    Connections(WorkerSettings settings) throws SQLException {
        int count = settings.number("connections");
        free = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) {
            free.add(new Prepared(connect(settings)));
        }
    }

    /** A connection of its own, like the others. */
    static Connection connect(WorkerSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", "postgres");
        properties.setProperty("prepareThreshold", "1");
        Connection connection = DriverManager.getConnection(settings.text("jdbc_url"), properties);
        try (var statement = connection.createStatement()) {
            statement.execute("SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off;"
                    + " SET enable_bitmapscan = off; SET jit = off");
        }
        return connection;
    }

    /** Does {@code work} with the prepared form of {@code sql}. */
    <T> T with(String sql, Work<T> work) throws Exception {
        Prepared connection = free.take();
        try {
            return work.with(connection.statement(sql));
        } finally {
            free.add(connection);
        }
    }

    /** What is done with a statement. */
    @FunctionalInterface
    interface Work<T> {
        T with(PreparedStatement statement) throws Exception;
    }

    private static final class Prepared {
        private final Connection connection;
        private final Map<String, PreparedStatement> statements = new HashMap<>();

        Prepared(Connection connection) {
            this.connection = connection;
        }

        PreparedStatement statement(String sql) throws SQLException {
            PreparedStatement known = statements.get(sql);
            if (known == null) {
                known = connection.prepareStatement(sql);
                statements.put(sql, known);
            }
            return known;
        }
    }
}
