package nl.idcontact.telephony.app.bench.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/**
 * Many callers at once in one thread. They share the machine with what they measure, so they must be cheap: a thread each takes
 * twice as much of the processors.
 */
final class HttpLoad implements Load {
    private static final int PATIENCE_MILLIS = 20_000;

    private final HttpFlows flows;
    private final int ways;

    HttpLoad(HttpFlows flows, int ways) {
        this.flows = flows;
        this.ways = ways;
    }

    @Override
    public RunResult run(long atMost, long millis) throws IOException {
        List<HttpCaller> callers = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            Turns turns = new Turns(atMost, millis);
            for (int way = 0; way < ways; way++) {
                int number = way;
                callers.add(new HttpCaller(flows, selector, () -> turns.take(callers.get(number))));
            }
            for (HttpCaller caller : callers) {
                turns.begin(caller);
            }
            while (turns.atWork > 0) {
                if (selector.select(HttpLoad::arrived, PATIENCE_MILLIS) == 0) {
                    throw new IOException("The server does not answer any more");
                }
            }
            return turns.result(callers);
        } finally {
            for (HttpCaller caller : callers) {
                caller.close();
            }
        }
    }

    private static void arrived(SelectionKey key) {
        ((Runnable) key.attachment()).run();
    }

    /** Who is at work, and whether there is more to do. */
    private static final class Turns {
        private final long millis;
        private final long begin = System.nanoTime();
        private long left;
        private int atWork;

        Turns(long atMost, long millis) {
            this.left = atMost;
            this.millis = millis;
        }

        void begin(HttpCaller caller) throws IOException {
            if (left-- > 0 && System.nanoTime() - begin < millis * 1_000_000) {
                atWork++;
                caller.begin();
            }
        }

        void take(HttpCaller caller) {
            try {
                if (caller.goOn()) {
                    atWork--;
                    begin(caller);
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        RunResult result(List<HttpCaller> callers) {
            long took = System.nanoTime() - begin;
            List<Latencies> seen = callers.stream().map(HttpCaller::latencies).toList();
            return RunResult.of(seen, took);
        }
    }
}
