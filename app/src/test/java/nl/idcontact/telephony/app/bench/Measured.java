package nl.idcontact.telephony.app.bench;

import java.util.Map;
import java.util.TreeMap;
import nl.idcontact.telephony.app.bench.worker.RunResult;

/** All repetitions of one variant. */
final class Measured {
    private final String name;
    private final Series flowsPerSecond = new Series();
    private final Series programCpu = new Series();
    private final Series databaseCpu = new Series();
    private final Series cpu = new Series();
    private final Map<String, Series> tails = new TreeMap<>();
    private final Map<String, Series> medians = new TreeMap<>();

    Measured(String name) {
        this.name = name;
    }

    void add(RunResult run, double programSeconds, double databaseSeconds) {
        flowsPerSecond.add(run.flows() / (run.nanos() / 1e9));
        programCpu.add(1e6 * programSeconds / run.flows());
        databaseCpu.add(1e6 * databaseSeconds / run.flows());
        cpu.add(1e6 * (programSeconds + databaseSeconds) / run.flows());
        run.steps().forEach((step, times) -> {
            medians.computeIfAbsent(step, first -> new Series()).add(times.p50());
            tails.computeIfAbsent(step, first -> new Series()).add(times.p99());
        });
    }

    String name() {
        return name;
    }

    Series flowsPerSecond() {
        return flowsPerSecond;
    }

    /** Microseconds a flow of the program. */
    Series programCpu() {
        return programCpu;
    }

    /** Microseconds a flow of PostgreSQL. */
    Series databaseCpu() {
        return databaseCpu;
    }

    /** Microseconds a flow of both. */
    Series cpu() {
        return cpu;
    }

    /** Milliseconds of a step, the median of each repetition. */
    Series p50(String step) {
        return medians.getOrDefault(step, new Series());
    }

    /** As {@link #p50}: of 100, one took longer. */
    Series p99(String step) {
        return tails.getOrDefault(step, new Series());
    }
}
