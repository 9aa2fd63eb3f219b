package nl.idcontact.telephony.app.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.idcontact.telephony.app.support.Peers;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;

/** Callers, several at once, one after the other, until it is stopped. A thread gives up at its first failure. */
final class Load implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Peers peers;
    private final AuthResultTokens plugin;
    private final Queue<Caller> callers = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Thread> threads;
    private volatile boolean stopping;

    private Load(Peers peers, AuthResultTokens plugin, int atOnce) {
        this.peers = peers;
        this.plugin = plugin;
        this.threads = IntStream.range(0, atOnce)
                .mapToObj(i -> new Thread(this::run, "caller-" + i))
                .toList();
        threads.forEach(Thread::start);
    }

    static Load start(Peers peers, AuthResultTokens plugin, int atOnce) {
        return new Load(peers, plugin, atOnce);
    }

    /** Waits until this many more callers have been served. */
    Load awaitServed(int more) {
        long enough = served() + more;
        await().atMost(PATIENCE).until(() -> served() >= enough || !failures.isEmpty());
        return this;
    }

    /** Lets the callers who are under way finish or fail. */
    @Override
    public void close() {
        stopping = true;
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    List<Caller> callers() {
        return List.copyOf(callers);
    }

    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    /** How many callers have got everything they wanted. */
    long served() {
        return callers.stream().filter(Caller::isDone).count();
    }

    private void run() {
        try {
            while (!stopping) {
                Caller caller = new Caller(numbers.incrementAndGet(), plugin);
                callers.add(caller);
                caller.walk(peers);
            }
        } catch (IOException | RuntimeException | AssertionError failure) {
            failures.add(failure);
        }
    }
}
