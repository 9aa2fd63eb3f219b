package nl.idcontact.telephony.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionStore;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a flow costs the database: start, auth result, link and read. */
class FootprintTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int FLOWS = 2000;
    private static final int AT_ONCE = 16;

    private static TestDatabase database;
    private Handle handle;

    @BeforeAll
    static void start() {
        database = new TestDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.empty();
        handle = database.jdbi().open();
        // What others do in the background would be counted too.
        handle.execute("ALTER TABLE telephony_session SET (autovacuum_enabled = off)");
    }

    @AfterEach
    void close() {
        handle.close();
    }

    @Test
    void everyStepOfAFlowIsOneStatement() {
        CountingDataSource counting = new CountingDataSource(database.pool());
        SessionStore store = new PostgresSessionStore(counting.source(), Lifetime.DEFAULT);
        Flow flow = Flow.number(1);
        flow.start(store, NOON);
        assertThat(counting.statements()).isEqualTo(1);
        flow.receive(store, NOON);
        assertThat(counting.statements()).isEqualTo(2);
        flow.link(store, NOON);
        assertThat(counting.statements()).isEqualTo(3);
        flow.read(store, NOON);
        assertThat(counting.statements()).isEqualTo(4);
    }

    @Test
    void thoseWhoComeTogetherShareStatements() {
        CountingDataSource counting = new CountingDataSource(database.pool());
        runFlows(new PostgresSessionStore(counting.source(), Lifetime.DEFAULT));
        assertThat((double) counting.statements() / FLOWS)
                .as("statements a flow")
                .isLessThan(2);
    }

    @Test
    void plansThatWereMadeForAnEmptyTableStillGoByIndex() {
        SessionStore store = new PostgresSessionStore(database.pool(), Lifetime.DEFAULT);
        runFlows(store, 0, AT_ONCE * AT_ONCE);
        handle.execute("""
                INSERT INTO telephony_session (session, code, purpose, started_at, last_activity)
                SELECT sha256(('s' || n)::bytea), sha256(('c' || n)::bytea), 'report_move', now(), now()
                  FROM generate_series(1, 20000) AS n
                """);
        handle.execute("SELECT pg_stat_reset()");
        runFlows(store, FLOWS, FLOWS);
        long rows = told(this::rowsRead, read -> read >= 3L * FLOWS);
        assertThat((double) rows / FLOWS).as("rows read a flow").isLessThan(20);
    }

    private long rowsRead() {
        return handle.select("SELECT coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) AS read"
                        + " FROM pg_stat_user_tables WHERE relname = 'telephony_session'")
                .mapTo(Long.class)
                .one();
    }

    @Test
    void aFlowWritesLittleAndMostlyInPlace() {
        SessionStore store = new PostgresSessionStore(database.pool(), Lifetime.DEFAULT);
        handle.execute("CHECKPOINT");
        handle.execute("SELECT pg_stat_reset()");
        long before = walPosition();
        runFlows(store);

        assertThat((walPosition() - before) / FLOWS).as("WAL bytes a flow").isLessThanOrEqualTo(3500);
        assertThat(told(this::updates, updates -> updates.all() >= 2L * FLOWS).heapOnlyShare())
                .as("share of heap-only updates")
                .isGreaterThanOrEqualTo(0.35);
    }

    private static void runFlows(SessionStore store) {
        runFlows(store, 0, FLOWS);
    }

    private static void runFlows(SessionStore store, int from, int count) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> flows = IntStream.range(from, from + count)
                    .<Future<?>>mapToObj(
                            number -> threads.submit(() -> Flow.number(number).run(store, NOON)))
                    .toList();
            for (Future<?> flow : flows) {
                flow.get(60, TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private long walPosition() {
        return handle.select("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn")
                .mapTo(Long.class)
                .one();
    }

    /** Every connection tells the statistics of its own accord within a minute, and at once when it is closed. */
    private static <T> T told(Callable<T> statistics, Predicate<T> complete) {
        database.pool().getHikariPoolMXBean().softEvictConnections();
        return Awaitility.await().atMost(Duration.ofSeconds(70)).until(statistics, complete);
    }

    private Updates updates() {
        return handle.select("SELECT n_tup_upd, n_tup_hot_upd FROM pg_stat_user_tables"
                        + " WHERE relname = 'telephony_session'")
                .map((row, context) -> new Updates(row.getLong("n_tup_upd"), row.getLong("n_tup_hot_upd")))
                .one();
    }

    private record Updates(long all, long heapOnly) {
        double heapOnlyShare() {
            return (double) heapOnly / all;
        }
    }
}
