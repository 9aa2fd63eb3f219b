package nl.idcontact.telephony.app.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.idcontact.telephony.app.support.AppProcess;
import nl.idcontact.telephony.app.support.Peers.Place;

/**
 * Leads each request to one of the servers that are ready, in turn. It asks them four times a second, and as balancers do, it leaves
 * a server only after three answers in a row that it is not ready.
 */
final class LoadBalancer implements Supplier<Place>, AutoCloseable {
    private static final int EVERY_MILLIS = 250;
    private static final int FALL = 3;

    private final List<AppProcess> servers;
    private final List<Place> places;
    private final Map<AppProcess, Integer> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ScheduledExecutorService checks;

    private LoadBalancer(List<AppProcess> servers) {
        this.servers = servers;
        this.places = servers.stream()
                .map(server -> new Place(server.internal(), server.external()))
                .toList();
        this.checks = Executors.newScheduledThreadPool(servers.size());
        servers.forEach(server -> refusals.put(server, 0));
    }

    /** Balances over servers that are ready now. */
    @SuppressWarnings("FutureReturnValueIgnored") // they go on until the end
    static LoadBalancer of(List<AppProcess> servers) {
        LoadBalancer balancer = new LoadBalancer(servers);
        servers.forEach(server -> balancer.checks.scheduleWithFixedDelay(
                () -> balancer.check(server), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS));
        return balancer;
    }

    @Override
    public Place get() {
        int first = turn.incrementAndGet();
        for (int i = 0; i < servers.size(); i++) {
            int next = Math.floorMod(first + i, servers.size());
            if (isUsed(servers.get(next))) {
                return places.get(next);
            }
        }
        throw new IllegalStateException("No server is ready");
    }

    /** Waits until requests go to this server. */
    void awaitUsed(AppProcess server) {
        await().atMost(Duration.ofSeconds(90)).until(() -> isUsed(server));
    }

    @Override
    public void close() {
        checks.shutdownNow();
    }

    private boolean isUsed(AppProcess server) {
        return refusals.get(server) < FALL;
    }

    private void check(AppProcess server) {
        boolean ready = server.health("/health/ready") == 200;
        refusals.merge(server, 1, (before, one) -> ready ? 0 : before + one);
    }
}
