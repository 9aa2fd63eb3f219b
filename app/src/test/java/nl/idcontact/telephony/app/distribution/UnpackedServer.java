package nl.idcontact.telephony.app.distribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The server, started by its start script from an unpacked distribution archive. */
final class UnpackedServer {
    private static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private UnpackedServer(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Runs the script with {@code environment} and these arguments. */
    static UnpackedServer run(Path home, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/id-contact-telephony").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return new UnpackedServer(builder.start());
    }

    /** Reads what it says until a line contains {@code text}. */
    void awaitLine(String text) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains(text)) {
                return;
            }
        }
        throw new IllegalStateException("It never said " + text + ": " + lines);
    }

    /** Asks it to stop, as systemd does. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Waits for its end. */
    int awaitExit() throws IOException, InterruptedException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("It does not stop: " + lines);
        }
        return process.exitValue();
    }

    /** All that it said. */
    List<String> lines() {
        return lines;
    }
}
