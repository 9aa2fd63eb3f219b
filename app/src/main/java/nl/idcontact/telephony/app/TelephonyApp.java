package nl.idcontact.telephony.app;

import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import nl.idcontact.telephony.app.config.Configuration;
import nl.idcontact.telephony.app.config.DatabaseAddress;
import nl.idcontact.telephony.app.config.Keys;
import nl.idcontact.telephony.app.config.Release;
import nl.idcontact.telephony.app.config.Secret;
import nl.idcontact.telephony.app.config.Sessions;
import nl.idcontact.telephony.app.observability.Observability;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.SessionSettings;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.AuthResultOpener;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.secrecy.StorageKeys;
import nl.idcontact.telephony.http.CannotListen;
import nl.idcontact.telephony.http.FeedbackClient;
import nl.idcontact.telephony.http.HttpSettings.Listeners;
import nl.idcontact.telephony.http.Operations;
import nl.idcontact.telephony.http.TelephonyServer;
import nl.idcontact.telephony.http.jose.CryptoProvider;
import nl.idcontact.telephony.http.jose.KeyMaterial;
import nl.idcontact.telephony.http.jose.NimbusAuthResultOpener;
import nl.idcontact.telephony.postgres.MigrationFailed;
import nl.idcontact.telephony.postgres.PostgresDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole server, wired from its configuration: it listens at once, and is ready when its database is. */
public final class TelephonyApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TelephonyApp.class);
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final Vertx vertx = Vertx.vertx();
    private final Observability observability = new Observability();
    private final FeedbackClient feedback = new FeedbackClient(vertx);
    private final PostgresDatabase database;
    private final SessionStore store;
    private final SessionDomain domain;
    private final TelephonyServer server;
    private final Listeners listeners;
    private final Housekeeping housekeeping;

    private TelephonyApp(Configuration configuration, CompletableFuture<CryptoProvider> crypto) throws CannotStart {
        database = open(configuration.database());
        database.watchedBy(new MicrometerMetricsTrackerFactory(observability.registry()));
        var configured = configuration.sessions().lifetime();
        Lifetime lifetime = new Lifetime(configured.ttl(), configured.maxAge());
        store = database.sessionStore(lifetime);
        domain = domain(configuration, crypto.join());
        Operations operations =
                new Operations(database::isReady, observability::scrape, observability.requestObserver());
        server = new TelephonyServer(vertx, HttpFace.of(configuration), domain, operations, InstantSource.system());
        observability.sessions().watchStreams(server::openStreams);
        listeners = listen();
        housekeeping = new Housekeeping(domain.purgeExpired(), store, observability.sessions(), lifetime);
    }

    /**
     * Starts to listen.
     *
     * @throws CannotStart if an address is taken or not to be had
     */
    public static TelephonyApp start(Configuration configuration) throws CannotStart {
        // Native code takes its time to load, in which the rest goes on.
        return new TelephonyApp(configuration, CompletableFuture.supplyAsync(CryptoProvider::fastest));
    }

    /**
     * Brings the database to its newest shape, for which it waits as long as it is away.
     *
     * @throws CannotStart if the database is there and cannot be brought to its newest shape
     */
    public void prepareDatabase() throws CannotStart {
        try {
            if (database.migrate()) {
                housekeeping.start();
                LOG.info("Ready");
            }
        } catch (MigrationFailed e) {
            throw new CannotStart(String.valueOf(e.getMessage()));
        }
    }

    /** A pool for the database at {@code address}, which need not be there yet. */
    static PostgresDatabase open(DatabaseAddress address) {
        return PostgresDatabase.open(
                address.jdbcUrl(), address.user(), address.password().map(Secret::reveal));
    }

    /** Where it listens, with the ports that the system picked. */
    public Listeners listeners() {
        return listeners;
    }

    /** Stops at once, but lets requests finish. */
    @Override
    public void close() {
        stop(Duration.ZERO);
    }

    /**
     * Stops in good order: is not ready for {@code notice}, so that load balancers turn away; then takes no more connections,
     * tells event streams to reconnect and lets requests finish, for 8 seconds at most.
     */
    public void stop(Duration notice) {
        server.stop(notice, GRACE);
        housekeeping.close();
        feedback.close();
        database.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Listeners listen() throws CannotStart {
        try {
            Listeners bound = server.start();
            LOG.info("Serving the core and auth plugins on {}", bound.internal());
            LOG.info("Serving telephony and browsers on {}", bound.open());
            return bound;
        } catch (CannotListen e) {
            throw givingUp(new CannotStart(String.valueOf(e.getMessage())));
        }
    }

    private CannotStart givingUp(CannotStart reason) {
        database.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        return reason;
    }

    /**
     * Takes the configured keys into use.
     *
     * @throws CannotStart if one of them cannot be used, though each of its parts looks right
     */
    static AuthResultOpener opener(Keys keys, CryptoProvider crypto) throws CannotStart {
        try {
            return new NimbusAuthResultOpener(keys.decryption(), keys.signature(), crypto);
        } catch (IllegalArgumentException unusable) {
            throw CannotStart.asConfigured(unusable.getMessage() + ".");
        }
    }

    private SessionDomain domain(Configuration configuration, CryptoProvider crypto) throws CannotStart {
        LOG.info("Opening auth results by {}", crypto.name());
        var keys = configuration.keys();
        AuthResultOpener opener;
        try {
            opener = opener(keys, crypto);
        } catch (CannotStart unusable) {
            throw givingUp(unusable);
        }
        return SessionDomain.with(opener)
                .store(store)
                .keys(StorageKeys.derivedFrom(
                        keys.decryption().stream().map(KeyMaterial::of).toList()))
                .settings(settings(configuration.sessions()))
                .feedback(feedback)
                .events(observability.sessionEvents())
                .random(new SecureRandom())
                .build();
    }

    private static SessionSettings settings(Sessions sessions) {
        var link = sessions.link();
        return new SessionSettings(
                sessions.codes().dtmf(),
                sessions.codes().result(),
                new AttemptLimits(link.maxAttempts(), link.maxWrongCodesPerMinute()),
                sessions.release().token() == Release.Token.REQUIRED);
    }
}
