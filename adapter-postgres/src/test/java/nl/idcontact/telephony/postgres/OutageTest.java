package nl.idcontact.telephony.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.StoreUnavailable;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The database goes away, hangs and comes back, under an app that stays. */
class OutageTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMillis(4000);
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    @AutoClose
    private static final EmbeddedDatabase server = EmbeddedDatabase.start();

    private PostgresDatabase database;
    private SessionStore store;
    private int flows;

    @BeforeEach
    void open() {
        database =
                PostgresDatabase.open(server.newDatabase(), Optional.of(server.user()), Optional.of(server.password()));
        store = database.sessionStore(Lifetime.DEFAULT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aCrashIsToldAtOnceAndOverWithTheRestart() {
        database.migrate();
        Flow acknowledged = nextFlow();
        acknowledged.run(store, NOON);
        server.kill();
        assertUnavailable();
        assertThat(database.isReady()).isFalse();

        server.startAgain();
        await().atMost(RECOVERY).until(database::isReady);
        nextFlow().run(store, NOON);
        acknowledged.read(store, NOON);
    }

    @Test
    void aServerThatHangsIsNotWaitedFor() {
        database.migrate();
        nextFlow().run(store, NOON);
        server.freeze();
        try {
            assertUnavailable();
            assertThat(database.isReady()).isFalse();
        } finally {
            server.thaw();
        }
        await().atMost(RECOVERY).until(database::isReady);
        await().atMost(RECOVERY).ignoreExceptions().until(() -> {
            nextFlow().run(store, NOON);
            return true;
        });
    }

    @Test
    void aStartWaitsForTheDatabaseAndSaysSo() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(PostgresDatabase.class);
        server.stop();
        log.start();
        logger.addAppender(log);
        try {
            CompletableFuture<Boolean> migration = CompletableFuture.supplyAsync(database::migrate);
            await().atMost(RECOVERY).until(() -> log.list.size() >= 2);
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .startsWith(
                            "Waiting for the database: nothing listens at its address. Next try in 1 s",
                            "Waiting for the database: nothing listens at its address. Next try in 2 s");
            assertThat(log.list).extracting(ILoggingEvent::getThrowableProxy).containsOnlyNulls();
            assertThat(database.isReady()).isFalse();

            server.startAgain();
            assertThat(migration).succeedsWithin(RECOVERY).isEqualTo(true);
            assertThat(database.isReady()).isTrue();
        } finally {
            logger.detachAppender(log);
        }
    }

    @Test
    void aStartThatWaitsCanBeGivenUp() {
        server.stop();
        CompletableFuture<Boolean> migration = CompletableFuture.supplyAsync(database::migrate);
        database.close();
        assertThat(migration).succeedsWithin(RECOVERY).isEqualTo(false);
        server.startAgain();
    }

    /** More at once than there are connections: nobody waits longer for that. */
    private void assertUnavailable() {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Future<Duration>> waits = IntStream.range(0, 12)
                    .mapToObj(number ->
                            threads.submit(() -> timeToFail(() -> nextFlow().start(store, NOON))))
                    .toList();
            for (Future<Duration> wait : waits) {
                assertThat(wait.get(30, TimeUnit.SECONDS)).isLessThan(PATIENCE);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Duration timeToFail(ThrowingCallable step) {
        long start = System.nanoTime();
        assertThat(catchThrowable(step)).isInstanceOf(StoreUnavailable.class);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private synchronized Flow nextFlow() {
        return Flow.number(flows++);
    }
}
