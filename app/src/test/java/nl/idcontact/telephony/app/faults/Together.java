package nl.idcontact.telephony.app.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Many who do something at the very same time. */
final class Together {
    private static final int LIMIT_SECONDS = 90;

    private Together() {}

    /** What each of them does, with a number of its own from 0 on. */
    @FunctionalInterface
    interface Runner<T> {
        T run(int number) throws Exception;
    }

    /** Lets so many threads start at once, and tells what each of them came to, by number. */
    static <T> List<T> run(int count, Runner<T> runner) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CountDownLatch ready = new CountDownLatch(count);
            List<Future<T>> runs = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                runs.add(threads.submit(() -> {
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
            threads.shutdownNow();
        }
    }
}
