package nl.idcontact.telephony.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that may wait for the store. There are few, and so are the places in their queue: under more load than they
 * bear requests are refused, and memory does not grow.
 */
final class BoundedWorkers implements AutoCloseable {
    private final ThreadPoolExecutor threads;

    BoundedWorkers(String name, int count, int queue) {
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Whether {@code work} will be done; if not there is no room for it. */
    boolean offer(Runnable work) {
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
