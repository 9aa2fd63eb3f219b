package nl.idcontact.telephony.app.bench.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Lets many callers make flow after flow at once, each beginning the next when the last one is done. */
final class LoadRun {
    private final Flows flows;
    private final AtomicLong left;
    private final long millis;
    private final AtomicBoolean broken = new AtomicBoolean();

    private LoadRun(Flows flows, long atMost, long millis) {
        this.flows = flows;
        this.left = new AtomicLong(atMost);
        this.millis = millis;
    }

    /** As many flows as asked for. */
    static RunResult ofFlows(Flows flows, int ways, long count) throws Exception {
        return new LoadRun(flows, count, Long.MAX_VALUE / 1_000_000).run(ways);
    }

    /** For so long. */
    static RunResult ofMillis(Flows flows, int ways, long millis) throws Exception {
        return new LoadRun(flows, Long.MAX_VALUE, millis).run(ways);
    }

    private RunResult run(int ways) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(ways);
        try {
            CountDownLatch ready = new CountDownLatch(ways);
            CountDownLatch go = new CountDownLatch(1);
            List<Future<Latencies>> callers = new ArrayList<>();
            for (int way = 0; way < ways; way++) {
                callers.add(threads.submit(() -> call(ready, go)));
            }
            ready.await();
            long begin = System.nanoTime();
            go.countDown();
            List<Latencies> seen = new ArrayList<>();
            for (Future<Latencies> caller : callers) {
                seen.add(caller.get());
            }
            long took = System.nanoTime() - begin;
            long count = seen.stream().mapToLong(Latencies::flows).sum();
            if (count == 0) {
                throw new IllegalStateException("Not one flow was made");
            }
            return new RunResult(count, took, Latencies.quantiles(seen));
        } finally {
            threads.shutdownNow();
        }
    }

    private Latencies call(CountDownLatch ready, CountDownLatch go) throws Exception {
        Latencies latencies = new Latencies();
        try (Caller caller = opened(ready)) {
            go.await();
            long begin = System.nanoTime();
            while (!broken.get() && left.getAndDecrement() > 0 && System.nanoTime() - begin < millis * 1_000_000) {
                caller.flow(latencies);
                latencies.flow();
            }
        } catch (Exception failure) {
            broken.set(true);
            throw failure;
        }
        return latencies;
    }

    private Caller opened(CountDownLatch ready) throws Exception {
        try {
            return flows.caller();
        } finally {
            ready.countDown();
        }
    }
}
