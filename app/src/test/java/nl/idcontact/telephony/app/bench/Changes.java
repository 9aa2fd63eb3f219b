package nl.idcontact.telephony.app.bench;

import java.io.IOException;
import java.util.Locale;
import nl.idcontact.telephony.app.bench.worker.RunResult;
import nl.idcontact.telephony.app.bench.worker.RunResult.Quantiles;

/** Logins that finish while flows are measured, and how soon the readers of their streams know. */
final class Changes {
    private final WorkerProcess readers;
    private final int millis;
    private final Series medians = new Series();
    private final Series tails = new Series();
    private long count;

    Changes(WorkerProcess readers, int millis) {
        this.readers = readers;
        this.millis = millis;
    }

    /** Has logins finish during {@code run}. */
    RunResult during(Variant.Run run, boolean counts) throws IOException {
        readers.tell("change", millis);
        RunResult result = run.now();
        RunResult seen = readers.answer();
        if (counts) {
            Quantiles times = seen.steps().get("change");
            count += seen.flows();
            medians.add(times.p50() / 1000);
            tails.add(times.p99() / 1000);
        }
        return result;
    }

    /** The worst of the runs. */
    double p99Seconds() {
        return tails.most();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d, p50 %s s, p99 %s s", count, medians.text("%.2f"), tails.text("%.2f"));
    }
}
