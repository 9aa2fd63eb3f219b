package nl.idcontact.telephony.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.idcontact.telephony.app.bench.worker.RunResult;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.postgres.PostgresDatabase;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;

/** PostgreSQL, as durable as in production, and all processes around it, which end with it. */
final class Stage implements AutoCloseable {
    /** Enough for half a million flows, and a little less than the database is told to keep. */
    private static final int LOG_SEGMENTS = 120;

    private final Path directory;
    private final Distribution distribution;
    private final EmbeddedDatabase postgres =
            EmbeddedDatabase.start(Map.of("shared_buffers", "512MB", "min_wal_size", "2GB", "max_wal_size", "4GB"));
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private int logs;

    Stage() throws IOException, SQLException {
        directory = Files.createTempDirectory("telephony-bench");
        distribution = Distribution.unpacked(directory);
        writeLogSegments();
        vacuumByItself(false);
    }

    /**
     * A database that has been at work for a while has segments of its log to use again. A new one makes each with 16 MB of zeros,
     * and whoever commits meanwhile waits for that.
     */
    private void writeLogSegments() throws SQLException {
        try (var connection = postgres.connect(postgres.jdbcUrl("postgres"));
                var statement = connection.createStatement()) {
            for (int segment = 0; segment < LOG_SEGMENTS; segment++) {
                statement.execute("SELECT pg_logical_emit_message(false, 'benchmark', 'segment'), pg_switch_wal()");
            }
            statement.execute("CHECKPOINT");
        }
    }

    /**
     * Whether PostgreSQL vacuums when it sees fit: once a minute each database, for up to half a second, in the turn of whoever has
     * it. Else each run ends with a vacuum, at its own expense.
     */
    void vacuumByItself(boolean byItself) {
        postgres.execute("postgres", "ALTER SYSTEM SET autovacuum = " + (byItself ? "on" : "off"));
        postgres.execute("postgres", "SELECT pg_reload_conf()");
    }

    EmbeddedDatabase postgres() {
        return postgres;
    }

    Path directory() {
        return directory;
    }

    Distribution distribution() {
        return distribution;
    }

    /** What the server itself says of what decides how durable it is. */
    List<String> readBack() throws SQLException {
        List<String> settings = new ArrayList<>();
        try (var connection = postgres.connect(postgres.jdbcUrl("postgres"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name || ' = ' || current_setting(name) FROM pg_settings"
                        + " WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method',"
                        + " 'shared_buffers', 'server_version') ORDER BY name")) {
            while (rows.next()) {
                settings.add(rows.getString(1));
            }
        }
        if (!settings.containsAll(List.of("fsync = on", "synchronous_commit = on"))) {
            throw new IllegalStateException("The database is not durable: " + settings);
        }
        return settings;
    }

    /** A new database with the server's tables. */
    String migratedDatabase() {
        String url = postgres.newDatabase();
        try (var database =
                PostgresDatabase.open(url, Optional.of(postgres.user()), Optional.of(postgres.password()))) {
            database.migrate();
        }
        return url;
    }

    /** Starts a server on a database by the script, with further options for its JVM, and waits for it. */
    AppProcess server(String jdbcUrl, Plugin plugin, List<String> options) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(RunningApp.environment(postgres, jdbcUrl, plugin.keys()));
        environment.putAll(distribution.environment(options));
        AppProcess app = spawn(environment, distribution.command());
        app.awaitFirstAnswer();
        return app;
    }

    /** Starts a server by a command, and does not wait for it. */
    AppProcess spawn(Map<String, String> environment, List<String> command) throws IOException {
        Path log = directory.resolve("server-" + ++logs + ".log");
        AppProcess app = AppProcess.spawn(environment, command, log);
        endings.push(app::close);
        return app;
    }

    /** Calls a server of its own over HTTP. */
    Variant overHttp(String name, Plugin plugin, int ways, List<String> options)
            throws IOException, InterruptedException {
        String url = migratedDatabase();
        AppProcess app = server(url, plugin, options);
        return new Variant(name, worker(name, "http", app, plugin, ways), app.handle(), vacuumed(url));
    }

    /** A worker that speaks to {@code app}. */
    WorkerProcess worker(String name, String kind, AppProcess app, Plugin plugin, int ways) throws IOException {
        Properties settings = plugin.settings(kind);
        settings.setProperty("internal", app.internal().toString());
        settings.setProperty("open", app.open().toString());
        settings.setProperty("link_secret", RunningApp.LINK_SECRET);
        settings.setProperty("ways", Integer.toString(ways));
        return started(name, settings);
    }

    /** A floor on a database of its own: so many callers, and as many connections as the server has for requests. */
    Variant floor(String name, String kind, Plugin plugin, int ways) throws IOException {
        Properties settings = plugin.settings(kind);
        String url = migratedDatabase();
        settings.setProperty("jdbc_url", url);
        settings.setProperty("ways", Integer.toString(ways));
        settings.setProperty("connections", Integer.toString(PostgresDatabase.connectionsForRequests()));
        WorkerProcess worker = started(name, settings);
        return new Variant(name, worker, worker.handle(), vacuumed(url));
    }

    /** Once: whoever comes later finds it done, or under way. */
    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        endProcesses();
        postgres.close();
        distribution.remove();
        try (var files = Files.list(directory)) {
            files.forEach(file -> file.toFile().delete());
        }
        Files.deleteIfExists(directory);
    }

    /** When the benchmark is interrupted, no server must be left behind. */
    void closeQuietly() {
        try {
            close();
        } catch (IOException | RuntimeException e) {
            System.err.println("Not all is cleaned up: " + e);
        }
    }

    /** Ends all servers and workers of a part. */
    void endProcesses() {
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }

    private Variant.Around vacuumed(String url) {
        return (run, counts) -> {
            RunResult result = run.now();
            vacuum(url);
            return result;
        };
    }

    private void vacuum(String url) throws IOException {
        try (var connection = postgres.connect(url);
                var statement = connection.createStatement();
                var tables = statement.executeQuery("SELECT string_agg(relname, ', ') FROM pg_stat_user_tables")) {
            tables.next();
            statement.execute("VACUUM (ANALYZE) " + tables.getString(1));
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
    }

    private WorkerProcess started(String name, Properties settings) throws IOException {
        WorkerProcess worker = WorkerProcess.start(name, settings, directory);
        endings.push(worker::close);
        return worker;
    }
}
