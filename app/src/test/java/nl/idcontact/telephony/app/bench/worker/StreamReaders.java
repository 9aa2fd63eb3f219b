package nl.idcontact.telephony.app.bench.worker;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.idcontact.telephony.app.bench.worker.HttpFlows.LinkedCall;
import nl.idcontact.telephony.app.bench.worker.HttpFlows.Started;
import nl.idcontact.telephony.app.bench.worker.RunResult.Quantiles;

/** Agents' pages that wait for logins: each holds an event stream of a linked call. */
final class StreamReaders {
    private static final int CALLERS = 16;
    private static final int CHANGES_A_SECOND = 25;

    private final HttpFlows flows;
    private final URI open;
    private final Queue<Waiting> waiting = new ArrayDeque<>();

    StreamReaders(WorkerSettings settings) {
        this.flows = new HttpFlows(settings);
        this.open = settings.address("open");
    }

    /** A session without a result, and the stream that waits for it. */
    private record Waiting(Started session, LinkedCall call, StreamReader stream) {}

    /** Opens {@code count} streams, and returns when each has been told its session. */
    RunResult open(int count) throws Exception {
        long begin = System.nanoTime();
        StreamLoop loop = new StreamLoop(open);
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        List<Future<List<Waiting>>> parts = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            int share = count / CALLERS + (caller < count % CALLERS ? 1 : 0);
            parts.add(threads.submit(() -> some(share, loop)));
        }
        for (Future<List<Waiting>> part : parts) {
            waiting.addAll(part.get());
        }
        threads.shutdown();
        for (Waiting one : waiting) {
            one.stream().awaitFirst();
        }
        return new RunResult(waiting.size(), System.nanoTime() - begin, Map.of());
    }

    private List<Waiting> some(int count, StreamLoop loop) throws Exception {
        List<Waiting> opened = new ArrayList<>();
        try (WireConnection core = flows.internal();
                WireConnection phone = flows.open()) {
            for (int i = 0; i < count; i++) {
                Started session = Started.by(core.ask(HttpFlows.start()));
                String id = HttpFlows.newCall();
                LinkedCall call = LinkedCall.by(id, phone.ask(flows.link(id, session)));
                opened.add(new Waiting(session, call, loop.read(call)));
            }
        }
        return opened;
    }

    /** For so many milliseconds, has some logins finish and times from each one's acceptance to its reader. */
    RunResult change(long millis) throws Exception {
        long begin = System.nanoTime();
        List<Waiting> changed = new ArrayList<>();
        List<Long> acceptedAt = new ArrayList<>();
        try (WireConnection core = flows.internal()) {
            while (System.nanoTime() - begin < millis * 1_000_000) {
                Waiting next = next();
                core.ask(flows.result(next.session()));
                acceptedAt.add(System.nanoTime());
                changed.add(next);
                TimeUnit.MILLISECONDS.sleep(1000 / CHANGES_A_SECOND);
            }
        }
        long[] nanos = new long[changed.size()];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = Math.max(0, changed.get(i).stream().awaitSecond() - acceptedAt.get(i));
        }
        return new RunResult(nanos.length, System.nanoTime() - begin, Map.of("change", Quantiles.of(nanos)));
    }

    private Waiting next() {
        if (waiting.isEmpty()) {
            throw new IllegalStateException("Each stream is told of one login, and all of them have been: open more");
        }
        return waiting.remove();
    }
}
