package nl.idcontact.telephony.lambda.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.lambda.runtime.LambdaProcess;
import nl.idcontact.telephony.lambda.runtime.MockRuntimeApi;

/**
 * One start of a process until it has answered its first event, measured by the processor time of all its threads, user and
 * system. Needs {@code bash}, whose {@code times} tells that of an ended child to the millisecond.
 */
final class ColdStart {
    private ColdStart() {}

    /** @return milliseconds of processor time and of the clock */
    static Sample ofMain(Path code, Class<?> main, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", code.toString(), main.getName()));
        long begin = System.nanoTime();
        Process process = timed(command, Map.of());
        return new Sample(processorMillis(process), (System.nanoTime() - begin) / 1e6);
    }

    static Sample ofFunction(
            Path code, String handler, String event, Map<String, String> environment, List<String> options)
            throws IOException {
        Path folder = java.nio.file.Files.createTempDirectory("cold-start");
        try (MockRuntimeApi api = new MockRuntimeApi()) {
            Map<String, String> all = new java.util.HashMap<>(environment);
            all.put("AWS_LAMBDA_RUNTIME_API", api.address());
            List<String> command = LambdaProcess.command(code, handler, folder, options.toArray(String[]::new));
            long begin = System.nanoTime();
            Process process = timed(command, all);
            MockRuntimeApi.Answer answer = api.invoke(event);
            double wall = (System.nanoTime() - begin) / 1e6;
            process.children().forEach(ProcessHandle::destroyForcibly);
            if (answer.failed()) {
                throw new IllegalStateException(handler + " failed: " + answer.json());
            }
            return new Sample(processorMillis(process), wall);
        }
    }

    private static Process timed(List<String> command, Map<String, String> environment) throws IOException {
        List<String> bash = new ArrayList<>(List.of("bash", "-c", "\"$@\" >/dev/null 2>&1; times", "bash"));
        bash.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(bash).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Reads {@code times}: the second line has the children's user and system time, as {@code 0m0.123s 0m0.045s}. */
    private static double processorMillis(Process process) throws IOException {
        String times = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        double millis = 0;
        for (String time : times.strip().split("\n")[1].split(" ")) {
            String[] minutesAndSeconds = time.replace(",", ".").split("[ms]");
            millis +=
                    60_000 * Double.parseDouble(minutesAndSeconds[0]) + 1000 * Double.parseDouble(minutesAndSeconds[1]);
        }
        return millis;
    }

    record Sample(double processorMillis, double wallMillis) {}
}
