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
    /** By itself. */
    Variant(String name, WorkerProcess caller, ProcessHandle program) {
        this(name, caller, program, Run::now);
    }

    /** A run. */
    @FunctionalInterface
    interface Run {
        RunResult now() throws IOException;
    }

    /** Makes what must be so for a run, and undoes it. */
    @FunctionalInterface
    interface Around {
        RunResult run(Run run) throws IOException, InterruptedException;
    }

    /** Whether it makes its flows itself, in its own process. */
    boolean isFloor() {
        return caller.handle().equals(program);
    }

    RunResult run(String command, long number) throws IOException, InterruptedException {
        return around.run(() -> caller.run(command, number));
    }
}
