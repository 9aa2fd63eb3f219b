package nl.idcontact.telephony.postgres.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real PostgreSQL server for tests, the demo and the benchmark: as durable as in production, on a free port, with its data in
 * a temporary directory that goes with it. It can be stopped, killed and frozen, and comes back on the same port with the
 * same data.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final Path data;
    private final int port;
    private final Map<String, String> settings;
    private EmbeddedPostgres server;

    private EmbeddedDatabase(Path data, int port, Map<String, String> settings) {
        this.data = data;
        this.port = port;
        this.settings = settings;
        this.server = launch();
    }

    /** The one server of this JVM, which lives as long as it does: for tests that only want a database. */
    public static EmbeddedDatabase shared() {
        return Shared.SERVER;
    }

    /** Starts a server of its own: for tests that do it harm. */
    public static EmbeddedDatabase start() {
        return start(Map.of());
    }

    /** @param settings of {@code postgresql.conf}, by name, besides or instead of the defaults */
    public static EmbeddedDatabase start(Map<String, String> settings) {
        try {
            return new EmbeddedDatabase(Files.createTempDirectory("telephony-postgres"), freePort(), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server on data that are there already. */
    static EmbeddedDatabase startOn(Path data) {
        try {
            return new EmbeddedDatabase(data, freePort(), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its data are. */
    Path data() {
        return data;
    }

    /** Makes an empty database and gives its JDBC address. */
    public String newDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute("postgres", "CREATE DATABASE " + name);
        return jdbcUrl(name);
    }

    /** The JDBC address of a database of this server, for {@link #user}. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    /** The superuser, whom the server trusts. */
    public String user() {
        return "postgres";
    }

    /** Any password is right. */
    public String password() {
        return "postgres";
    }

    /** Connects to one of its databases, past any pool. */
    public Connection connect(String jdbcUrl) throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user(), password());
    }

    /** Runs one statement in the named database. */
    public void execute(String database, String sql) {
        try (Connection connection = connect(jdbcUrl(database));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shuts the server down in good order; connections are cut. */
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server again, on the same port with the same data, after {@link #stop} or {@link #kill}. */
    public void startAgain() {
        server = launch();
    }

    /** Kills all its processes at once, as a crash of the machine would. */
    public void kill() {
        freeze();
        List<ProcessHandle> processes = processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(
                process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        stop();
    }

    /** Stops all its processes in their tracks: connections stay open and nothing is answered any more. */
    public void freeze() {
        // The postmaster first, so that it starts no more of them meanwhile.
        signal("STOP", processes().subList(0, 1));
        signal("STOP", processes());
    }

    /** Lets it go on after {@link #freeze}. */
    public void thaw() {
        signal("CONT", processes());
    }

    /** Its processes, the postmaster first: for measuring what they use. */
    public List<ProcessHandle> processes() {
        try {
            long postmaster = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0));
            List<ProcessHandle> processes = new ArrayList<>();
            ProcessHandle.of(postmaster).ifPresent(process -> {
                processes.add(process);
                process.descendants().forEach(processes::add);
            });
            return processes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres launch() {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(STARTUP)
                    // The builder and the command line it makes turn both off.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on");
            settings.forEach(builder::setServerConfig);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static void signal(String name, List<ProcessHandle> processes) {
        StringBuilder kill = new StringBuilder("kill -" + name);
        processes.forEach(process -> kill.append(' ').append(process.pid()));
        try {
            int exit = new ProcessBuilder("sh", "-c", kill.toString()).start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException("Could not send SIG" + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Shared {
        static final EmbeddedDatabase SERVER = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close, "embedded-database-closer"));
        }
    }
}
