package nl.idcontact.telephony.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import nl.idcontact.telephony.app.config.Configuration;
import nl.idcontact.telephony.app.config.DatabaseAddress;
import nl.idcontact.telephony.app.config.Release;
import nl.idcontact.telephony.app.config.Sessions;
import nl.idcontact.telephony.app.observability.AuditTrail;
import nl.idcontact.telephony.app.observability.SessionMetrics;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.SessionSettings;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionEvents;
import nl.idcontact.telephony.domain.secrecy.StorageKeys;
import nl.idcontact.telephony.http.CannotListen;
import nl.idcontact.telephony.http.HttpSettings.Listeners;
import nl.idcontact.telephony.http.Operations;
import nl.idcontact.telephony.http.RequestObserver;
import nl.idcontact.telephony.http.TelephonyServer;
import nl.idcontact.telephony.http.jose.CryptoProvider;
import nl.idcontact.telephony.http.jose.KeyMaterial;
import nl.idcontact.telephony.http.jose.NimbusAuthResultOpener;
import nl.idcontact.telephony.postgres.PostgresSessionStore;
import nl.idcontact.telephony.postgres.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole server, wired from its configuration and running. */
public final class TelephonyApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TelephonyApp.class);

    private final Vertx vertx;
    private final TelephonyServer server;
    private final Listeners listeners;
    private final Housekeeping housekeeping;
    private final HikariDataSource database;

    private TelephonyApp(Configuration configuration) throws CannotStart {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        SessionMetrics metrics = new SessionMetrics(registry);
        AuditTrail audit = new AuditTrail("instance");
        database = open(configuration.database());
        new Schema(database).migrate();
        SessionDomain domain = domain(configuration, event -> {
            metrics.happened(event);
            audit.happened(event);
        });
        vertx = Vertx.vertx();
        Operations operations = new Operations(() -> true, registry::scrape, RequestObserver.none());
        server = new TelephonyServer(vertx, HttpFace.of(configuration), domain, operations, InstantSource.system());
        try {
            listeners = server.start();
        } catch (CannotListen e) {
            vertx.close();
            throw new CannotStart(String.valueOf(e.getMessage()));
        }
        housekeeping = Housekeeping.start(domain.purgeExpired());
        LOG.info("Serving the core and auth plugins on {}", listeners.internal());
        LOG.info("Serving telephony and browsers on {}", listeners.open());
    }

    /**
     * Starts the server.
     *
     * @throws CannotStart if an address is taken or not to be had
     */
    public static TelephonyApp start(Configuration configuration) throws CannotStart {
        return new TelephonyApp(configuration);
    }

    /** Where it listens, with the ports that the system picked. */
    public Listeners listeners() {
        return listeners;
    }

    private SessionDomain domain(Configuration configuration, SessionEvents events) {
        CryptoProvider crypto = CryptoProvider.fastest();
        LOG.info("Opening auth results by {}", crypto.name());
        var keys = configuration.keys();
        var lifetime = configuration.sessions().lifetime();
        return SessionDomain.with(new NimbusAuthResultOpener(keys.decryption(), keys.signature(), crypto))
                .store(new PostgresSessionStore(database, new Lifetime(lifetime.ttl(), lifetime.maxAge())))
                .keys(StorageKeys.derivedFrom(
                        keys.decryption().stream().map(KeyMaterial::of).toList()))
                .settings(settings(configuration.sessions()))
                .events(events)
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

    private static HikariDataSource open(DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.jdbcUrl());
        address.user().ifPresent(config::setUsername);
        address.password().ifPresent(password -> config.setPassword(password.reveal()));
        config.setMaximumPoolSize(9);
        return new HikariDataSource(config);
    }

    /** Drains and stops: not ready first, then no more requests, then no more connections. */
    @Override
    public void close() {
        server.stop(Duration.ZERO, Duration.ofSeconds(10));
        housekeeping.close();
        database.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
