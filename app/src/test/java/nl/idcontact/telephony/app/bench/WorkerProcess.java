package nl.idcontact.telephony.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import nl.idcontact.telephony.app.bench.worker.RunResult;
import nl.idcontact.telephony.app.bench.worker.Worker;

/** A {@link Worker} in a JVM of its own, so that nobody's warm code or garbage is another's. */
final class WorkerProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The room that the start script gives the server. */
    private static final List<String> MEMORY = List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmn48m", "-Xmx384m");

    private final String name;
    private final Process process;
    private final Path errors;
    private final BufferedReader answers;

    private WorkerProcess(String name, Process process, Path errors) {
        this.name = name;
        this.errors = errors;
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static WorkerProcess start(String name, Properties settings, Path directory) throws IOException {
        Path file = directory.resolve(name.replaceAll("[^a-z0-9]+", "-") + ".properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(MEMORY);
        command.addAll(
                List.of("-classpath", System.getProperty("java.class.path"), Worker.class.getName(), file.toString()));
        Path errors = directory.resolve(file.getFileName() + ".err");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        return new WorkerProcess(name, process, errors);
    }

    /** Has it do something, and waits until that is done. */
    RunResult run(String command, long number) throws IOException {
        tell(command, number);
        return answer();
    }

    /** Has it do something meanwhile. */
    void tell(String command, long number) throws IOException {
        OutputStream out = process.getOutputStream();
        out.write((command + " " + number + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Waits until it is done. */
    RunResult answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The worker for " + name + " gave up: " + Files.readString(errors));
        }
        return JSON.readValue(line, RunResult.class);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
