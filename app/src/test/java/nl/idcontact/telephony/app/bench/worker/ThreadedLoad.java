package nl.idcontact.telephony.app.bench.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Many callers at once, each a thread of its own. */
final class ThreadedLoad implements Load {
    private final Flows flows;
    private final int ways;

    ThreadedLoad(Flows flows, int ways) {
        this.flows = flows;
        this.ways = ways;
    }

    @Override
    public RunResult run(long atMost, long millis) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(ways);
        try {
            Turns turns = new Turns(atMost, millis);
            List<Future<Latencies>> callers = new ArrayList<>();
            for (int way = 0; way < ways; way++) {
                callers.add(threads.submit(() -> turns.call(flows)));
            }
            turns.ready.await();
            long begin = System.nanoTime();
            turns.go.countDown();
            List<Latencies> seen = new ArrayList<>();
            for (Future<Latencies> caller : callers) {
                seen.add(caller.get());
            }
            return RunResult.of(seen, System.nanoTime() - begin);
        } finally {
            threads.shutdownNow();
        }
    }

    /** What the callers of one run share. */
    private final class Turns {
        private final AtomicLong left;
        private final long millis;
        private final CountDownLatch ready = new CountDownLatch(ways);
        private final CountDownLatch go = new CountDownLatch(1);
        private final AtomicBoolean broken = new AtomicBoolean();

        Turns(long atMost, long millis) {
            this.left = new AtomicLong(atMost);
            this.millis = millis;
        }

        Latencies call(Flows flows) throws Exception {
            Latencies latencies = new Latencies();
            try (Caller caller = opened(flows)) {
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

        private Caller opened(Flows flows) throws Exception {
            try {
                return flows.caller();
            } finally {
                ready.countDown();
            }
        }
    }
}
