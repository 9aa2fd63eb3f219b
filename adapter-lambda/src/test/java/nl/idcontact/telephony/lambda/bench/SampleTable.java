package nl.idcontact.telephony.lambda.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Variants that are measured round by round, each round in a new random order, and compared with the first of them. */
final class SampleTable {
    private final String title;
    private final Map<String, Measurement> variants = new LinkedHashMap<>();
    private final Map<String, List<ColdStart.Sample>> samples = new LinkedHashMap<>();

    SampleTable(String title) {
        this.title = title;
    }

    void add(String name, Measurement measurement) {
        variants.put(name, measurement);
        samples.put(name, new ArrayList<>());
    }

    /** One round more than is counted: the first fills the disk's caches. */
    void measure(int rounds) throws IOException {
        Random random = new Random();
        for (int round = 0; round <= rounds; round++) {
            List<String> order = new ArrayList<>(variants.keySet());
            Collections.shuffle(order, random);
            for (String name : order) {
                ColdStart.Sample sample = variants.get(name).measure();
                if (round > 0) {
                    samples.get(name).add(sample);
                }
            }
            System.err.printf("%s: round %d of %d%n", title, round, rounds);
        }
    }

    /** As a table in Markdown. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| " + title + " | CPU ms, median (range) | x the first row | wall ms |");
        lines.add("| --- | --- | --- | --- |");
        double first = 0;
        for (String name : variants.keySet()) {
            List<Double> processor = samples.get(name).stream()
                    .map(ColdStart.Sample::processorMillis)
                    .toList();
            List<Double> wall =
                    samples.get(name).stream().map(ColdStart.Sample::wallMillis).toList();
            double median = median(processor);
            first = first == 0 ? median : first;
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %.0f (%.0f-%.0f) | %.2f | %.0f |",
                    name,
                    median,
                    Collections.min(processor),
                    Collections.max(processor),
                    median / first,
                    median(wall)));
        }
        return lines;
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    interface Measurement {
        ColdStart.Sample measure() throws IOException;
    }
}
