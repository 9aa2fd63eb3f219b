package nl.idcontact.telephony.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.idcontact.telephony.app.bench.worker.RunResult;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;

/**
 * Measures variants beside each other: all are warm first, then each has its turn in every repetition, in an order that chance
 * decides, so that what disturbs the machine disturbs all alike.
 */
final class Rotation {
    private static final double EXPECTED_FLOWS_PER_SECOND = 600;
    /** As many rounds of warming as it usually takes, and at most. */
    private static final int FLOOR_ROUNDS = 2;

    private static final int SERVER_ROUNDS = 12;
    private static final int MOST_ROUNDS = 18;
    /** Compilers that take less of one core than this are at rest. */
    private static final double REST = 0.03;

    private final EmbeddedDatabase postgres;
    private final BenchSettings.Load load;
    private final Random order;
    private final Progress progress;

    Rotation(EmbeddedDatabase postgres, BenchSettings settings, Progress progress) {
        this.postgres = postgres;
        this.load = settings.load();
        this.order = new Random(settings.seed());
        this.progress = progress;
    }

    /** About how long so many floors and servers take, in seconds. */
    static double expectedSeconds(BenchSettings.Load load, int floors, int servers) {
        int rounds = FLOOR_ROUNDS * floors + SERVER_ROUNDS * servers;
        return warmUpSeconds(load, rounds) + (floors + servers) * load.repetitions() * load.millis() / 1000.0;
    }

    /** What each variant does, by name. */
    Map<String, Measured> measure(List<Variant> variants) throws IOException, InterruptedException {
        for (Variant variant : variants) {
            int usual = variant.isFloor() ? FLOOR_ROUNDS : SERVER_ROUNDS;
            progress.step("warming " + variant.name(), warmUpSeconds(load, usual));
            warmUp(variant);
        }
        Map<String, Measured> measured = new LinkedHashMap<>();
        variants.forEach(variant -> measured.put(variant.name(), new Measured(variant.name())));
        List<Variant> turns = new ArrayList<>(variants);
        for (int repetition = 1; repetition <= load.repetitions(); repetition++) {
            Collections.shuffle(turns, order);
            for (Variant variant : turns) {
                progress.step(
                        "measuring " + variant.name() + ", " + repetition + " of " + load.repetitions(),
                        load.millis() / 1000.0);
                measure(variant, measured.get(variant.name()));
            }
        }
        return measured;
    }

    private static double warmUpSeconds(BenchSettings.Load load, int rounds) {
        return rounds * load.warmUp() / EXPECTED_FLOWS_PER_SECOND;
    }

    /**
     * Until the compilers of the program are done, which share the processors with what is measured: they take a third of a server's
     * first ten thousand flows, and as good as nothing from some fifty thousand on.
     */
    private void warmUp(Variant variant) throws IOException, InterruptedException {
        double share = 1;
        for (int round = 0; round < MOST_ROUNDS && share > REST; round++) {
            double compiled = CpuTime.ofCompilers(variant.program());
            RunResult run = variant.warm(load.warmUp());
            share = (CpuTime.ofCompilers(variant.program()) - compiled) / (run.nanos() / 1e9);
        }
        progress.note("  warm: compilers take " + Math.round(100 * share) + " % of a core");
    }

    private void measure(Variant variant, Measured measured) throws IOException, InterruptedException {
        double program = CpuTime.of(variant.program());
        double database = CpuTime.of(postgres.processes());
        RunResult run = variant.measure(load.millis());
        measured.add(run, CpuTime.of(variant.program()) - program, CpuTime.of(postgres.processes()) - database);
    }
}
