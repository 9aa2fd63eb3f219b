package nl.idcontact.telephony.app.bench.worker;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.idcontact.telephony.app.bench.worker.RunResult.Quantiles;

/**
 * How long each step took, of one caller, in nanoseconds. Its first flow does not count: all callers begin it in the same moment, so
 * that it waits for all others.
 */
final class Latencies {
    /** The four requests. */
    enum Step {
        START,
        RESULT,
        LINK,
        INFO
    }

    private final Map<Step, Times> times = new EnumMap<>(Step.class);
    private int flows;

    /** Notes that {@code step} began at {@code since} and ends now; gives now. */
    long took(Step step, long since) {
        long now = System.nanoTime();
        if (flows > 0) {
            times.computeIfAbsent(step, first -> new Times()).add(now - since);
        }
        return now;
    }

    void flow() {
        flows++;
    }

    int flows() {
        return flows;
    }

    /** The quantiles of what all callers saw, by the step's name in lower case. */
    static Map<String, Quantiles> quantiles(List<Latencies> callers) {
        Map<String, Quantiles> quantiles = new TreeMap<>();
        for (Step step : Step.values()) {
            long[] all = callers.stream()
                    .map(caller -> caller.times.get(step))
                    .filter(known -> known != null)
                    .flatMapToLong(known -> Arrays.stream(known.nanos, 0, known.count))
                    .toArray();
            if (all.length > 0) {
                quantiles.put(step.name().toLowerCase(Locale.ROOT), Quantiles.of(all));
            }
        }
        return quantiles;
    }

    private static final class Times {
        private long[] nanos = new long[256];
        private int count;

        void add(long time) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = time;
        }
    }
}
