package nl.idcontact.telephony.domain.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Many doing something at the very same time. */
public final class Race {
    /** How many run, unless another number is named. */
    public static final int RUNNERS = 16;

    private static final int LIMIT_SECONDS = 90;

    private Race() {}

    /** What a runner does, each with its own number from 0 on. */
    @FunctionalInterface
    public interface Runner<T> {
        /** Runs. */
        T run(int number) throws Exception;
    }

    /** Lets {@link #RUNNERS} threads start together; answers with what each of them came to, by number. */
    public static <T> List<T> of(Runner<T> runner) throws Exception {
        return of(RUNNERS, runner);
    }

    /** Lets {@code runners} threads start together; answers with what each of them came to, by number. */
    public static <T> List<T> of(int runners, Runner<T> runner) throws Exception {
        ExecutorService track = Executors.newFixedThreadPool(runners);
        try {
            CountDownLatch ready = new CountDownLatch(runners);
            List<Future<T>> runs = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int number = i;
                runs.add(track.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return runner.run(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> run : runs) {
                results.add(run.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            track.shutdownNow();
        }
    }
}
