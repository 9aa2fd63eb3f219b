package nl.idcontact.telephony.lambda.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import nl.idcontact.telephony.lambda.LinkPhoneFunction;
import nl.idcontact.telephony.lambda.flow.Contact;
import nl.idcontact.telephony.lambda.runtime.LambdaProcess;

/** Measures the cold start of the function beside its floors, all in one run and in random order. */
public final class ColdStartBenchmark {
    private static final int ROUNDS = Integer.getInteger("rounds", 15);
    private static final List<String> LAMBDA_OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m");
    private static final byte[] LINKED =
            "{\"purpose\":\"report_move\",\"release_token\":\"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz\"}"
                    .getBytes(StandardCharsets.US_ASCII);

    private final Map<String, Start> variants = new LinkedHashMap<>();
    private final Map<String, List<ColdStart.Sample>> samples = new LinkedHashMap<>();

    public static void main(String[] args) throws IOException {
        HttpServer backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backend.setExecutor(Executors.newCachedThreadPool());
        backend.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, LINKED.length);
            exchange.getResponseBody().write(LINKED);
            exchange.close();
        });
        backend.start();
        new ColdStartBenchmark("http://localhost:" + backend.getAddress().getPort() + "/link_phone").run();
        System.exit(0);
    }

    private ColdStartBenchmark(String callUrl) throws IOException {
        Path tests = Path.of(LambdaProcess.codeOf(ColdStartBenchmark.class));
        Path jar = Path.of("target", "link-phone-lambda.jar").toAbsolutePath();
        String event = new ObjectMapper()
                .writeValueAsString(Contact.incoming("contact-1").event(Map.of("dtmf", "1234567890")));
        Map<String, String> environment =
                Map.of("CALL_URL", callUrl, "LINK_SECRET", "0123456789abcdef0123456789abcdef");
        Path usual = with(tests, ObjectMapper.class, JsonFactory.class, JsonProperty.class);
        String link = LinkPhoneFunction.class.getName();
        variants.put("an empty main", () -> ColdStart.ofMain(tests, EmptyMain.class, LAMBDA_OPTIONS));
        variants.put(
                "an empty function",
                function(tests, EmptyFunction.class.getName(), event, environment, LAMBDA_OPTIONS));
        variants.put(
                "the bare exchange",
                function(tests, BareExchangeFunction.class.getName(), event, environment, LAMBDA_OPTIONS));
        variants.put("this function", function(jar, link, event, environment, LAMBDA_OPTIONS));
        variants.put("this function, default JVM options", function(jar, link, event, environment, List.of()));
        variants.put(
                "the usual way (before)",
                function(usual, UsualFunction.class.getName(), event, environment, LAMBDA_OPTIONS));
    }

    /** A class path as one path: these functions come without a jar of their own. */
    private static Path with(Path tests, Class<?>... libraries) {
        StringBuilder path = new StringBuilder(tests.toString());
        for (Class<?> library : libraries) {
            path.append(File.pathSeparatorChar).append(LambdaProcess.codeOf(library));
        }
        return Path.of(path.toString());
    }

    private static Start function(
            Path code, String type, String event, Map<String, String> environment, List<String> options) {
        return () -> ColdStart.ofFunction(code, type + "::handleRequest", event, environment, options);
    }

    private void run() throws IOException {
        Random random = new Random();
        for (int round = 0; round <= ROUNDS; round++) {
            List<String> order = new ArrayList<>(variants.keySet());
            Collections.shuffle(order, random);
            for (String name : order) {
                ColdStart.Sample sample = variants.get(name).measure();
                // The first round fills the caches of the disk.
                if (round > 0) {
                    samples.computeIfAbsent(name, any -> new ArrayList<>()).add(sample);
                }
            }
            System.err.print(round < ROUNDS ? "." : "\n");
        }
        report();
    }

    private void report() throws IOException {
        double empty = median("an empty main", true);
        List<Map<String, Object>> rows = new ArrayList<>();
        System.out.println("| cold start to the first answer | CPU ms, median (range) | x empty main | wall ms |");
        System.out.println("| --- | --- | --- | --- |");
        for (String name : variants.keySet()) {
            List<Double> sorted = sorted(name, true);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f (%.0f-%.0f) | %.2f | %.0f |%n",
                    name,
                    median(name, true),
                    sorted.get(0),
                    sorted.get(sorted.size() - 1),
                    median(name, true) / empty,
                    median(name, false));
            rows.add(Map.of("variant", name, "cpuMillis", sorted, "wallMillis", sorted(name, false)));
        }
        Files.writeString(Path.of("target", "cold-start.json"), new ObjectMapper().writeValueAsString(rows));
    }

    private List<Double> sorted(String name, boolean processor) {
        return samples.get(name).stream()
                .map(sample -> processor ? sample.processorMillis() : sample.wallMillis())
                .sorted()
                .toList();
    }

    private double median(String name, boolean processor) {
        List<Double> sorted = sorted(name, processor);
        return sorted.get(sorted.size() / 2);
    }

    private interface Start {
        ColdStart.Sample measure() throws IOException;
    }
}
