package nl.idcontact.telephony.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.http.HttpSettings.Limits;
import nl.idcontact.telephony.http.HttpSettings.ListenAddress;
import nl.idcontact.telephony.http.HttpSettings.Listeners;

/** The server: both listeners, and what they share. */
public final class TelephonyServer {
    private static final Duration READY_DEADLINE = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final Listeners listeners;
    private final Lifecycle lifecycle = new Lifecycle();
    private final Exchange.Keeper exchanges;
    private final Duration patience;
    private final BoundedWorkers workers;
    private final BoundedWorkers probe = new BoundedWorkers("telephony-ready", 1, 16);
    private final EventStreams streams;
    private final Routes routes;
    private final List<HttpListener> started = new ArrayList<>();

    /**
     * Makes a server that has not started yet.
     *
     * @param vertx on whose event loops it runs, alone; it stays its owner's
     * @param settings what the operator chose
     * @param domain what may happen to sessions
     * @param operations what operators are told
     * @param clock decides when the session of an event stream is over
     */
    public TelephonyServer(
            Vertx vertx, HttpSettings settings, SessionDomain domain, Operations operations, InstantSource clock) {
        this.vertx = vertx;
        this.listeners = settings.listeners();
        this.exchanges = new Exchange.Keeper(new AccessLog(operations.requests()), lifecycle);
        Limits limits = settings.limits();
        this.patience = limits.patience();
        this.workers = new BoundedWorkers("telephony-store", limits.workers(), limits.queue());
        this.streams = new EventStreams(domain.followSessions(), clock, limits.streams());
        Workplace workplace = new Workplace(
                lifecycle,
                new Dispatcher(vertx, workers, limits.deadline(), Replies.unavailable()),
                new Dispatcher(vertx, probe, READY_DEADLINE, HealthHandlers.notReady()),
                streams);
        this.routes = new Routes(domain, settings, operations, workplace);
    }

    /**
     * Binds the listeners.
     *
     * @return where they are, with the ports that the system picked
     * @throws CannotListen if an address is taken, or not to be had
     */
    public Listeners start() {
        streams.start(vertx);
        if (listeners.shared()) {
            ListenAddress both = listen(listeners.internal(), table -> {
                routes.internal(table);
                routes.open(table);
            });
            return new Listeners(both, both);
        }
        return new Listeners(listen(listeners.internal(), routes::internal), listen(listeners.open(), routes::open));
    }

    /**
     * Stops: says that it is not ready for {@code notice}, and serves everybody meanwhile, so that load balancers can turn away;
     * then sends the readers of event streams there, takes no more connections and lets requests finish for at most {@code grace}.
     * Returns when all is closed.
     */
    public void stop(Duration notice, Duration grace) {
        lifecycle.drain();
        vertx.timer(Math.max(1, notice.toMillis()))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        streams.reconnect();
        Future.join(started.stream().map(listener -> listener.shutdown(grace)).toList())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        streams.close();
        workers.close();
        probe.close();
    }

    /** Event streams that are open. */
    public int openStreams() {
        return streams.size();
    }

    /** One instance an event loop, all at one port: instances that ask for the same negative port share a free one. */
    private ListenAddress listen(ListenAddress address, Consumer<Table> table) {
        int port = address.port() == 0 ? -1 - started.size() : address.port();
        ListenAddress wanted = new ListenAddress(address.host(), port);
        try {
            int bound = deploy(wanted, table);
            for (int i = 1; i < Runtime.getRuntime().availableProcessors(); i++) {
                deploy(wanted, table);
            }
            return new ListenAddress(address.host(), bound);
        } catch (CompletionException failure) {
            throw new CannotListen(address, failure.getCause() == null ? failure : failure.getCause());
        }
    }

    private int deploy(ListenAddress address, Consumer<Table> table) {
        HttpListener listener = new HttpListener(vertx, address, exchanges, patience, table);
        vertx.deployVerticle(listener).toCompletionStage().toCompletableFuture().join();
        started.add(listener);
        return listener.port();
    }
}
