package nl.idcontact.telephony.app.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The server as a process of its own, from its runnable jar, configured by its environment; its log goes to a file. */
final class AppProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Process process;
    private final URI internal;
    private final URI open;
    private final long spawnedAt;

    private AppProcess(Process process, int internal, int open, long spawnedAt) {
        this.process = process;
        this.internal = URI.create("http://127.0.0.1:" + internal);
        this.open = URI.create("http://127.0.0.1:" + open);
        this.spawnedAt = spawnedAt;
    }

    /** Spawns it by {@code command}. */
    static AppProcess spawn(Map<String, String> environment, List<String> command, Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        int internal = freePort();
        int open = freePort();
        builder.environment().putAll(environment);
        builder.environment().put("IDCONTACT_PORT", Integer.toString(internal));
        builder.environment().put("IDCONTACT_PUBLIC_PORT", Integer.toString(open));
        long now = System.nanoTime();
        return new AppProcess(builder.start(), internal, open, now);
    }

    /** Waits for the first answer to the core, and gives the milliseconds since the process was spawned. */
    double awaitFirstAnswer() throws IOException, InterruptedException {
        while (System.nanoTime() - spawnedAt < PATIENCE.toNanos()) {
            if (answers()) {
                return (System.nanoTime() - spawnedAt) / 1e6;
            }
            if (!process.isAlive()) {
                throw new IOException("The server ended with " + process.exitValue());
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        throw new IOException("The server did not come up");
    }

    /** Tells it to stop and go on, as it were asleep in between. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    URI internal() {
        return internal;
    }

    URI open() {
        return open;
    }

    /** Ends it in good order. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try {
            var connection = (HttpURLConnection)
                    internal.resolve("/start_communication").toURL().openConnection();
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.getOutputStream().write("{\"purpose\":\"report_move\"}".getBytes(StandardCharsets.UTF_8));
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
