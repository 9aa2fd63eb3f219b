package nl.idcontact.telephony.app.bench;

import java.io.IOException;
import nl.idcontact.telephony.app.bench.worker.RunResult;

/**
 * One of those that are compared.
 *
 * @param name as it is shown
 * @param caller the process that makes the flows
 * @param program the process whose work is measured beside PostgreSQL's: the caller itself if it is a floor
 * @param around what happens around each run
 */
record Variant(String name, WorkerProcess caller, ProcessHandle program, Around around) {
    /** A run. */
    @FunctionalInterface
    interface Run {
        RunResult now() throws IOException;
    }

    /** Makes what must be so for a run, and undoes it. */
    @FunctionalInterface
    interface Around {
        /** @param counts false while it is only warming */
        RunResult run(Run run, boolean counts) throws IOException, InterruptedException;
    }

    /** Whether it makes its flows itself, in its own process. */
    boolean isFloor() {
        return caller.handle().equals(program);
    }

    /** So many flows, which don't count. */
    RunResult warm(int flows) throws IOException, InterruptedException {
        return around.run(() -> caller.run("flows", flows), false);
    }

    /** For so long. */
    RunResult measure(int millis) throws IOException, InterruptedException {
        return around.run(() -> caller.run("millis", millis), true);
    }
}
