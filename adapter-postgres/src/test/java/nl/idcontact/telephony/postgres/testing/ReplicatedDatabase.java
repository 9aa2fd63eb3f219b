package nl.idcontact.telephony.postgres.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Two PostgreSQL servers: a primary, and a standby that has everything which the primary acknowledges (synchronous replication). */
public final class ReplicatedDatabase implements AutoCloseable {
    private static final List<String> OF_ONE_SERVER = List.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private final EmbeddedDatabase primary;
    private final EmbeddedDatabase standby;

    private ReplicatedDatabase(EmbeddedDatabase primary, EmbeddedDatabase standby) {
        this.primary = primary;
        this.standby = standby;
    }

    /** Starts both. {@link #isSynchronous} tells when nothing can be lost any more. */
    public static ReplicatedDatabase start() {
        EmbeddedDatabase primary = EmbeddedDatabase.start();
        primary.stop();
        Path copy = copyOf(primary.data());
        follow(copy, primary);
        primary.startAgain();
        EmbeddedDatabase standby = EmbeddedDatabase.startOn(copy);
        primary.execute("postgres", "ALTER SYSTEM SET synchronous_standby_names = '*'");
        primary.execute("postgres", "SELECT pg_reload_conf()");
        return new ReplicatedDatabase(primary, standby);
    }

    /** The server that takes writes at first. */
    public EmbeddedDatabase primary() {
        return primary;
    }

    /** Whether the primary waits for the standby with every commit. */
    public boolean isSynchronous() {
        try (Connection connection = primary.connect(primary.jdbcUrl("postgres"));
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT FROM pg_stat_replication WHERE sync_state = 'sync'")) {
            return rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes an empty database and gives its JDBC address, with both hosts in it. */
    public String newDatabase() {
        String one = primary.newDatabase();
        return one.replace(":" + primary.port() + "/", ":" + primary.port() + ",localhost:" + standby.port() + "/");
    }

    /** Kills the primary, as a crash of its machine would, and has the standby take its place. */
    public void failOver() {
        primary.kill();
        standby.execute("postgres", "SELECT pg_promote()");
    }

    @Override
    public void close() {
        standby.close();
        primary.close();
    }

    private static void follow(Path data, EmbeddedDatabase primary) {
        String address = "host=localhost port=" + primary.port() + " user=" + primary.user();
        try {
            Files.createFile(data.resolve("standby.signal"));
            Files.writeString(
                    data.resolve("postgresql.auto.conf"),
                    "primary_conninfo = '" + address + "'\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copyOf(Path data) {
        try (Stream<Path> files = Files.walk(data)) {
            Path copy = Files.createTempDirectory("telephony-standby");
            files.filter(file -> !file.equals(data))
                    .filter(file -> !OF_ONE_SERVER.contains(file.getFileName().toString()))
                    .forEach(file -> copy(file, copy.resolve(data.relativize(file))));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
