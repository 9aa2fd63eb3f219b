package nl.idcontact.telephony.app.support;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The server as its operators run it: the delivered jar in a process of its own, configured by environment variables alone. It can
 * be killed and started again, on the same ports.
 */
public final class AppProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern ACCESS = Pattern.compile(".* access - .*");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, String> environment;
    private final List<String> options;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final URI internal;
    private final URI external;
    private Process process;

    private AppProcess(Map<String, String> environment, List<String> options) {
        this.environment = new HashMap<>(environment);
        this.options = options;
        this.process = launch();
        this.internal = address("Serving the core and auth plugins on ");
        this.external = address("Serving telephony and browsers on ");
        this.environment.put("IDCONTACT_PORT", Integer.toString(internal.getPort()));
        this.environment.put("IDCONTACT_PUBLIC_PORT", Integer.toString(external.getPort()));
    }

    /** Starts the server and waits until it listens; it need not be ready yet. {@code options} go to the JVM. */
    public static AppProcess start(Map<String, String> environment, String... options) {
        return new AppProcess(environment, List.of(options));
    }

    /** The base of the internal listener's addresses. */
    public URI internal() {
        return internal;
    }

    /** The base of the public listener's addresses. */
    public URI external() {
        return external;
    }

    /** What it has said so far, requests left out. */
    public List<String> output() {
        return output;
    }

    /** The status of a health check, such as {@code /health/ready}; 0 if there is no answer. */
    public int health(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(internal.resolve(path))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Waits until it is ready. */
    public AppProcess awaitReady() {
        await().atMost(PATIENCE).until(() -> health("/health/ready") == 200);
        return this;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: it has no time for anything. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** SIGTERM: asks it to stop, in good order. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for its end, and tells its exit code. */
    public int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server does not stop");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts it again after its end, on the same ports. */
    public void startAgain() {
        output.clear();
        process = launch();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    private URI address(String sentence) {
        String line = output.stream()
                .filter(said -> said.contains(sentence))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The server did not start: " + output));
        return URI.create("http://" + line.substring(line.indexOf(sentence) + sentence.length()));
    }

    private Process launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It lives for seconds: there is no time for the second compiler to pay off.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of("-jar", System.getProperty("telephony.jar"), "serve"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process started = builder.start();
            Thread reader = new Thread(() -> read(started), "output of the server");
            reader.setDaemon(true);
            reader.start();
            await().atMost(PATIENCE)
                    .until(() -> !started.isAlive()
                            || output.stream().anyMatch(line -> line.contains("Serving telephony and browsers")));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Process started) {
        try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
            lines.lines()
                    .filter(line -> !ACCESS.matcher(line).matches())
                    .filter(line -> !line.contains(" audit - "))
                    .forEach(output::add);
        } catch (IOException | UncheckedIOException e) {
            output.add("(end)");
        }
    }
}
