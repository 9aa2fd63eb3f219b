package nl.idcontact.telephony.lambda.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** A Java program until it ends. */
    static Sample ofMain(Path code, Class<?> main, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", code.toString(), main.getName()));
        long begin = System.nanoTime();
        Process process = timed(command, Map.of());
        return new Sample(processorMillis(process), millisSince(begin));
    }

    /** A function from the start of its process to its first answer. */
    static Sample ofFunction(Function function) throws IOException {
        try (MockRuntimeApi api = new MockRuntimeApi()) {
            Map<String, String> environment = new HashMap<>(function.environment);
            environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
            List<String> command = LambdaProcess.command(
                    function.code,
                    function.handler(),
                    Files.createTempDirectory("cold-start"),
                    function.options.toArray(String[]::new));
            long begin = System.nanoTime();
            Process process = timed(command, environment);
            function.answer(api);
            double wall = millisSince(begin);
            process.children().forEach(ProcessHandle::destroyForcibly);
            return new Sample(processorMillis(process), wall);
        }
    }

    /** Only what is left for the first caller after the start, as with SnapStart: to the 10 ms of the system's accounts. */
    static Sample ofFirstCall(Function function) throws IOException {
        try (MockRuntimeApi api = new MockRuntimeApi();
                LambdaProcess process = LambdaProcess.start(
                        api,
                        function.code,
                        function.handler(),
                        function.environment,
                        function.options.toArray(String[]::new))) {
            api.awaitReady();
            Duration before = processorTime(process);
            long begin = System.nanoTime();
            function.answer(api);
            double wall = millisSince(begin);
            return new Sample(processorTime(process).minus(before).toNanos() / 1e6, wall);
        }
    }

    private static Duration processorTime(LambdaProcess process) {
        return process.process().info().totalCpuDuration().orElseThrow();
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
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
        String times = new String(process.getInputStream().readAllBytes(), US_ASCII);
        double millis = 0;
        for (String time : times.strip().split("\n")[1].split(" ")) {
            String[] parts = time.replace(",", ".").split("[ms]");
            millis += 60_000 * Double.parseDouble(parts[0]) + 1000 * Double.parseDouble(parts[1]);
        }
        return millis;
    }

    record Sample(double processorMillis, double wallMillis) {}

    /** A function with what it is started with, and the event it is given. */
    record Function(Path code, Class<?> type, Map<String, String> environment, String event, List<String> options) {
        Function with(List<String> otherOptions) {
            return new Function(code, type, environment, event, otherOptions);
        }

        Function against(Map<String, String> otherEnvironment) {
            return new Function(code, type, otherEnvironment, event, options);
        }

        private String handler() {
            return type.getName() + "::handleRequest";
        }

        private void answer(MockRuntimeApi api) {
            MockRuntimeApi.Answer answer = api.invoke(event);
            if (answer.failed()) {
                throw new IllegalStateException(type.getSimpleName() + " failed: " + answer.json());
            }
        }
    }
}
