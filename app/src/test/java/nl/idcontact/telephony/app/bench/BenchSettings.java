package nl.idcontact.telephony.app.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * What may be chosen, by system properties that begin with {@code bench.}.
 *
 * @param parts {@code flows}, {@code start}, {@code growth}, {@code changes}, separated by commas
 * @param load how the flows are measured
 * @param starts how often each way to start is measured
 * @param growth how large the grown system is
 * @param seed of the order of everything
 * @param gate whether a goal that is not met fails the build
 * @param docs whether the chart and the figures are copied to {@code docs}
 */
record BenchSettings(List<String> parts, Load load, int starts, Growth growth, long seed, boolean gate, boolean docs) {
    /** Where things stand. */
    static final Path OUTPUT = Path.of(System.getProperty("bench.output", "target/bench"));

    /** The runnable jar. */
    static final Path JAR = Path.of(System.getProperty("bench.jar", "target/id-contact-telephony.jar"))
            .toAbsolutePath();

    /**
     * How flows are measured.
     *
     * @param ways callers at once
     * @param warmUp flows of a round of warming, of which there are as many as the compilers need
     * @param repetitions of each variant
     * @param millis of each repetition
     */
    record Load(int ways, int warmUp, int repetitions, int millis) {}

    /**
     * A system that has grown.
     *
     * @param rows in the table
     * @param streams open
     */
    record Growth(int rows, int streams) {}

    static BenchSettings read() {
        Load load =
                new Load(number("ways", 64), number("warmup", 5000), number("repetitions", 7), number("millis", 4000));
        long seed = Long.getLong("bench.seed", 0);
        return new BenchSettings(
                List.of(System.getProperty("bench.parts", "flows,start,growth").split(",")),
                load,
                number("starts", load.repetitions()),
                new Growth(number("rows", 10_000_000), number("streams", 10_000)),
                seed == 0 ? new Random().nextInt(1_000_000) : seed,
                Boolean.getBoolean("bench.gate"),
                Boolean.getBoolean("bench.docs"));
    }

    private static int number(String name, int usual) {
        return Integer.getInteger("bench." + name, usual);
    }
}
