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
    private static final double EXPECTED_FLOWS_PER_SECOND = 350;
    private static final int SERVER_FACTOR = 5;

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
        double warmUps = (floors + SERVER_FACTOR * servers) * load.warmUp() / EXPECTED_FLOWS_PER_SECOND;
        return warmUps + (floors + servers) * load.repetitions() * load.millis() / 1000.0;
    }

    /** What each variant does, by name. */
    Map<String, Measured> measure(List<Variant> variants) throws IOException, InterruptedException {
        for (Variant variant : variants) {
            int flows = warmUp(variant);
            progress.step("warming " + variant.name(), flows / EXPECTED_FLOWS_PER_SECOND);
            variant.run("flows", flows);
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

    /** A server has more code than a floor, and its compilers are at work for longer. */
    private int warmUp(Variant variant) {
        return variant.isFloor() ? load.warmUp() : SERVER_FACTOR * load.warmUp();
    }

    private void measure(Variant variant, Measured measured) throws IOException, InterruptedException {
        double program = CpuTime.of(variant.program());
        double database = CpuTime.of(postgres.processes());
        RunResult run = variant.run("millis", load.millis());
        measured.add(run, CpuTime.of(variant.program()) - program, CpuTime.of(postgres.processes()) - database);
    }
}
