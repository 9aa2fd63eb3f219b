package nl.idcontact.telephony.app.bench.worker;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;

/** The two ways to hear of changes, each with a thread and a connection of its own beside the flows. */
final class Followers {
    private static final int WATCHED = 10_000;
    private static final int EVERY_MILLIS = 500;
    private static final String SOME = "SELECT session, last_activity FROM telephony_session"
            + " WHERE linked_at IS NOT NULL ORDER BY started_at LIMIT " + WATCHED;
    private static final String CHANGED = """
            SELECT w.session AS watched, s.session, s.purpose, s.sealed, s.linked_at, s.started_at, s.last_activity
              FROM unnest(?, ?, ?) AS w (session, result_seen, last_activity)
              LEFT JOIN telephony_session s ON s.session = w.session AND s.linked_at IS NOT NULL
             WHERE s.session IS NULL OR s.last_activity <> w.last_activity
                OR (s.sealed IS NOT NULL) <> w.result_seen
            """;

    private Followers() {}

    /** Listens to what is told. */
    static void listen(WorkerSettings settings) throws SQLException {
        Connection connection = Connections.connect(settings);
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN telephony");
        }
        PGConnection listening = connection.unwrap(PGConnection.class);
        inBackground("listener", () -> listening.getNotifications(0));
    }

    /** Asks twice a second what has changed of ten thousand sessions. */
    static void ask(WorkerSettings settings) throws SQLException {
        Connection connection = Connections.connect(settings);
        PreparedStatement question = connection.prepareStatement(CHANGED);
        inBackground("asker", () -> {
            Thread.sleep(EVERY_MILLIS);
            List<byte[]> sessions = new ArrayList<>();
            List<Timestamp> activities = new ArrayList<>();
            try (var statement = connection.createStatement();
                    ResultSet some = statement.executeQuery(SOME)) {
                while (some.next()) {
                    sessions.add(some.getBytes(1));
                    activities.add(some.getTimestamp(2));
                }
            }
            Boolean[] seen = new Boolean[sessions.size()];
            Arrays.fill(seen, true);
            question.setArray(1, connection.createArrayOf("bytea", sessions.toArray(byte[][]::new)));
            question.setArray(2, connection.createArrayOf("boolean", seen));
            question.setArray(3, connection.createArrayOf("timestamptz", activities.toArray()));
            question.executeQuery().close();
        });
    }

    private static void inBackground(String name, Step step) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (true) {
                            step.run();
                        }
                    } catch (Exception end) {
                        System.err.println("The " + name + " ended: " + end);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private interface Step {
        void run() throws Exception;
    }
}
