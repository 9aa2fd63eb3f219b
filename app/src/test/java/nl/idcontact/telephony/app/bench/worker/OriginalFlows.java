package nl.idcontact.telephony.app.bench.worker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import nl.idcontact.telephony.app.bench.worker.Latencies.Step;

/**
 * The work of the original plugin and nothing else: tokens are stored as they came and opened twice a flow, when they arrive and
 * when they are read. Its table as it is, with an index on the result code besides, which it lacks.
 */
final class OriginalFlows implements Flows {
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS original_session (
              id serial PRIMARY KEY, dtmfcode text NOT NULL, resultcode text NOT NULL, lastActivity timestamp NOT NULL,
              sessionid text, purpose text, attr_jwt text);
            CREATE UNIQUE INDEX IF NOT EXISTS original_dtmf ON original_session (dtmfcode);
            CREATE UNIQUE INDEX IF NOT EXISTS original_result ON original_session (resultcode);
            CREATE UNIQUE INDEX IF NOT EXISTS original_call ON original_session (sessionid);
            CREATE INDEX IF NOT EXISTS original_activity ON original_session (lastActivity)
            """;
    private static final String START =
            "INSERT INTO original_session (dtmfcode, resultcode, purpose, lastActivity) VALUES (?, ?, ?, now())"
                    + " ON CONFLICT (dtmfcode) DO NOTHING";
    private static final String RESULT = "UPDATE original_session SET attr_jwt = ?, lastActivity = now()"
            + " WHERE attr_jwt IS NULL AND resultcode = ?";
    private static final String LINK = "UPDATE original_session SET sessionid = ?, lastActivity = now()"
            + " WHERE sessionid IS NULL AND dtmfcode = ?";
    private static final String READ = "SELECT purpose, attr_jwt FROM original_session WHERE sessionid = ?";

    private final Connections connections;
    private final Tokens tokens;
    private final Opening opening;

    OriginalFlows(WorkerSettings settings, Opening opening) throws SQLException {
        this.connections = new Connections(settings);
        this.tokens = settings.tokens();
        this.opening = opening;
        try (var connection = Connections.connect(settings);
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    /** Makes the opening of one thread. */
    @FunctionalInterface
    interface Opening {
        TokenOpening make() throws Exception;
    }

    @Override
    public Caller caller() throws Exception {
        TokenOpening own = opening.make();
        return latencies -> flow(own, latencies);
    }

    private void flow(TokenOpening own, Latencies latencies) throws Exception {
        String dtmf = Codes.digits(ThreadLocalRandom.current());
        String result = Codes.text(ThreadLocalRandom.current(), 32);
        String call = Codes.text(ThreadLocalRandom.current(), 36);
        long time = System.nanoTime();
        while (!written(START, dtmf, result, HttpFlows.PURPOSE)) {
            dtmf = Codes.digits(ThreadLocalRandom.current());
        }
        time = latencies.took(Step.START, time);
        String token = tokens.any();
        own.open(token);
        write(RESULT, token, result);
        time = latencies.took(Step.RESULT, time);
        write(LINK, call, dtmf);
        time = latencies.took(Step.LINK, time);
        own.open(read(call));
        latencies.took(Step.INFO, time);
    }

    private void write(String sql, String... values) throws Exception {
        if (!written(sql, values)) {
            throw new IllegalStateException("Not written");
        }
    }

    private boolean written(String sql, String... values) throws Exception {
        return connections.with(sql, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate() == 1;
        });
    }

    private String read(String call) throws Exception {
        return connections.with(READ, statement -> {
            statement.setString(1, call);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString("attr_jwt");
            }
        });
    }
}
