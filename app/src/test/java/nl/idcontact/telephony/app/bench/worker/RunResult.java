package nl.idcontact.telephony.app.bench.worker;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What came of one run.
 *
 * @param flows how many were completed
 * @param nanos from the first one's begin to the last one's end
 * @param steps how long the requests took, by name
 */
public record RunResult(long flows, long nanos, Map<String, Quantiles> steps) {
    /** What {@code callers} saw in so many nanoseconds. */
    static RunResult of(List<Latencies> callers, long nanos) {
        long count = callers.stream().mapToLong(Latencies::flows).sum();
        if (count == 0) {
            throw new IllegalStateException("Not one flow was made");
        }
        return new RunResult(count, nanos, Latencies.quantiles(callers));
    }

    /** Half of them took at most {@code p50} milliseconds, 99 of 100 at most {@code p99}. */
    public record Quantiles(double p50, double p99) {
        /** Of times in nanoseconds, which are sorted in place. */
        public static Quantiles of(long[] nanos) {
            Arrays.sort(nanos);
            return new Quantiles(at(nanos, 0.50), at(nanos, 0.99));
        }

        private static double at(long[] sorted, double share) {
            int index = (int) Math.ceil(share * sorted.length) - 1;
            return sorted[Math.max(0, index)] / 1e6;
        }
    }
}
