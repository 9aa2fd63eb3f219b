package nl.idcontact.telephony.lambda.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import nl.idcontact.telephony.lambda.LinkPhoneFunction;
import nl.idcontact.telephony.lambda.flow.Contact;
import nl.idcontact.telephony.lambda.runtime.LambdaProcess;
import nl.idcontact.telephony.lambda.runtime.MockRuntimeApi;
import nl.idcontact.telephony.lambda.runtime.TestCertificate;

/** Measures the function beside its floors, all in one run: cold starts, what the first caller waits for, warm calls. */
public final class ColdStartBenchmark {
    private static final int ROUNDS = Integer.getInteger("rounds", 31);
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=5", "-Xmx128m");

    private final Path tests = Path.of(LambdaProcess.codeOf(ColdStartBenchmark.class));
    private final BenchBackend plain;
    private final BenchBackend encrypted;
    private final List<String> trusting = new ArrayList<>(SMALL);
    private final ColdStart.Function empty;
    private final ColdStart.Function bare;
    private final ColdStart.Function link;
    private final ColdStart.Function usual;

    private ColdStartBenchmark() throws Exception {
        TestCertificate certificate = TestCertificate.make(Files.createTempDirectory("certificate"));
        trusting.addAll(List.of(certificate.trustedBy()));
        plain = new BenchBackend(null);
        encrypted = new BenchBackend(certificate.context());
        String event = new ObjectMapper()
                .writeValueAsString(Contact.incoming("contact-1").event(Map.of("dtmf", "1234567890")));
        empty = new ColdStart.Function(tests, EmptyFunction.class, plain.environment(), event, SMALL);
        bare = new ColdStart.Function(tests, BareExchangeFunction.class, plain.environment(), event, SMALL);
        Path jar = Path.of("target", "link-phone-lambda.jar").toAbsolutePath();
        link = new ColdStart.Function(jar, LinkPhoneFunction.class, plain.environment(), event, SMALL);
        Path jackson = Path.of(String.join(
                File.pathSeparator,
                tests.toString(),
                LambdaProcess.codeOf(ObjectMapper.class),
                LambdaProcess.codeOf(JsonFactory.class),
                LambdaProcess.codeOf(JsonProperty.class)));
        usual = new ColdStart.Function(jackson, UsualFunction.class, plain.environment(), event, SMALL);
    }

    /** Ends by itself either way: the backend's threads would go on. */
    public static void main(String[] args) {
        try {
            new ColdStartBenchmark().run();
            System.exit(0);
        } catch (Exception failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private void run() throws Exception {
        SampleTable starts = new SampleTable("cold start to the first answer");
        starts.add("an empty main", () -> ColdStart.ofMain(tests, EmptyMain.class, SMALL));
        starts.add("an empty main, default JVM options", () -> ColdStart.ofMain(tests, EmptyMain.class, List.of()));
        starts.add("an empty function", () -> ColdStart.ofFunction(empty));
        starts.add("the bare exchange", () -> ColdStart.ofFunction(bare));
        starts.add("**this function**", () -> ColdStart.ofFunction(link));
        starts.add("this function, default JVM options", () -> ColdStart.ofFunction(link.with(List.of())));
        List<String> archive = archive();
        starts.add("this function, with a class archive", () -> ColdStart.ofFunction(link.with(archive)));
        starts.add("this function, TLS", () -> ColdStart.ofFunction(overTls(link)));
        starts.add("the usual way", () -> ColdStart.ofFunction(usual));
        starts.add("the usual way, TLS", () -> ColdStart.ofFunction(overTls(usual)));
        starts.measure(ROUNDS);

        SampleTable calls = new SampleTable("the first call of a started function");
        calls.add("the bare exchange", () -> ColdStart.ofFirstCall(bare));
        calls.add("this function", () -> ColdStart.ofFirstCall(link));
        calls.add("the bare exchange, TLS", () -> ColdStart.ofFirstCall(overTls(bare)));
        calls.add("**this function, TLS**", () -> ColdStart.ofFirstCall(overTls(link)));
        calls.add("the usual way, TLS", () -> ColdStart.ofFirstCall(overTls(usual)));
        calls.measure(ROUNDS);

        List<String> report = new ArrayList<>(starts.lines());
        report.add("");
        report.addAll(calls.lines());
        report.add("");
        report.add(warm());
        report.forEach(System.out::println);
        Files.write(Path.of("target", "cold-start.md"), report);
    }

    private ColdStart.Function overTls(ColdStart.Function function) {
        return function.with(trusting).against(encrypted.environment());
    }

    /** Options that use an archive of the classes that one start loads; it is written at that process's end. */
    private List<String> archive() throws IOException, InterruptedException {
        Path archive = Files.createTempDirectory("archive").resolve("link-phone.jsa");
        List<String> options = new ArrayList<>(SMALL);
        options.add("-XX:ArchiveClassesAtExit=" + archive);
        try (MockRuntimeApi api = new MockRuntimeApi();
                LambdaProcess process = LambdaProcess.start(
                        api,
                        link.code(),
                        LinkPhoneFunction.class.getName() + "::handleRequest",
                        plain.environment(),
                        options.toArray(String[]::new))) {
            api.invoke(link.event());
            process.process().destroy();
            process.process().waitFor(1, TimeUnit.MINUTES);
        }
        options.set(options.size() - 1, "-XX:SharedArchiveFile=" + archive);
        return options;
    }

    /** Medians of calls in this JVM over a kept connection, turn by turn. */
    private String warm() throws Exception {
        LinkPhoneFunction function = new LinkPhoneFunction(plain.environment());
        Map<String, Object> event = Contact.incoming("contact-1").event(Map.of("dtmf", "1234567890"));
        List<Double> bareMillis = new ArrayList<>();
        List<Double> linkMillis = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            double bareTook = millis(() -> BareExchangeFunction.exchange(plain.url()));
            double linkTook = millis(() -> function.handleRequest(event, null));
            if (i >= 2000) {
                bareMillis.add(bareTook);
                linkMillis.add(linkTook);
            }
        }
        return "Warm, median of %d calls: bare exchange %.2f ms, this function %.2f ms"
                .formatted(bareMillis.size(), SampleTable.median(bareMillis), SampleTable.median(linkMillis));
    }

    private static double millis(Callable<?> call) throws Exception {
        long begin = System.nanoTime();
        call.call();
        return (System.nanoTime() - begin) / 1e6;
    }
}
