package nl.idcontact.telephony.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.model.Watch;
import nl.idcontact.telephony.domain.port.ChangedSession;
import nl.idcontact.telephony.domain.port.SessionStore;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a flow costs the database: start, auth result, link and read. */
class FootprintTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int FLOWS = 2000;
    private static final int AT_ONCE = 16;

    @AutoClose
    private static final TestDatabase database = new TestDatabase();

    private Handle handle;

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
        forgetStatistics();
        runFlows(store, FLOWS, FLOWS);
        long rows = rowsRead();
        assertThat((double) rows / FLOWS).as("rows read a flow").isBetween(3.0, 20.0);
    }

    @Test
    void whoFollowsFindsARowWhereItWasAsLongAsItIsTheSame() {
        SessionStore store = new PostgresSessionStore(database.pool(), Lifetime.DEFAULT);
        runFlows(store);
        List<Watch> seen = IntStream.range(0, FLOWS)
                .mapToObj(number -> Flow.number(number).read(store, NOON))
                .toList();
        forgetStatistics();
        for (int times = 0; times < 10; times++) {
            assertThat(store.changed(seen, NOON)).isEmpty();
        }
        store.touch(seen.get(7).session(), NOON);
        assertThat(store.changed(seen, NOON)).extracting(ChangedSession::index).containsExactly(7);
        assertThat(number("SELECT sum(idx_scan) FROM pg_stat_user_indexes WHERE relname = 'telephony_session'"))
                .as("one search of the touch, one of the change")
                .isEqualTo(2);
    }

    @Test
    void aPurgeDoesNotWalkPastWhatItHasRemoved() {
        SessionStore store = new PostgresSessionStore(database.pool(), Lifetime.DEFAULT);
        handle.execute("""
                INSERT INTO telephony_session (session, code, purpose, started_at, last_activity)
                SELECT sha256(('s' || n)::bytea), sha256(('c' || n)::bytea), 'report_move', t, t
                  FROM (SELECT n, ?::timestamptz - n * interval '1 millisecond' AS t
                          FROM generate_series(1, 20000) AS n) AS expired
                """, NOON);
        Instant later = NOON.plus(Lifetime.DEFAULT.ttl());
        forgetStatistics();
        purge(store, later);
        long first = pagesOfStarts();
        purge(store, later);
        assertThat(pagesOfStarts()).as("pages, of them %d at first", first).isLessThan(3 * first);
    }

    @Test
    void nothingIsSortedForStatisticsThatNoPlanGoesBy() {
        runFlows(new PostgresSessionStore(database.pool(), Lifetime.DEFAULT), 0, AT_ONCE);
        handle.execute("ANALYZE telephony_session");
        assertThat(number("SELECT reltuples FROM pg_class WHERE relname = 'telephony_session'"))
                .isEqualTo(AT_ONCE);
        assertThat(number("SELECT count(*) FROM pg_stats WHERE tablename = 'telephony_session'"))
                .as("columns with statistics")
                .isZero();
    }

    private static void purge(SessionStore store, Instant now) {
        for (int batch = 0; batch < 100; batch++) {
            assertThat(store.purge(100, now).sessions()).isEqualTo(100);
        }
    }

    private long pagesOfStarts() {
        return number("SELECT idx_blks_hit + idx_blks_read FROM pg_statio_user_indexes"
                + " WHERE indexrelname = 'telephony_session_started_at_idx'");
    }

    private long rowsRead() {
        return number("SELECT coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)"
                + " FROM pg_stat_user_tables WHERE relname = 'telephony_session'");
    }

    @Test
    void aFlowWritesLittleAndMostlyInPlace() {
        SessionStore store = new PostgresSessionStore(database.pool(), Lifetime.DEFAULT);
        handle.execute("CHECKPOINT");
        forgetStatistics();
        long before = walPosition();
        runFlows(store);

        assertThat((walPosition() - before) / FLOWS).as("WAL bytes a flow").isLessThanOrEqualTo(3500);
        assertThat(number("SELECT n_tup_upd FROM pg_stat_user_tables WHERE relname = 'telephony_session'"))
                .as("updates, all counted")
                .isGreaterThanOrEqualTo(2L * FLOWS);
        assertThat(heapOnlyShare()).as("share of heap-only updates").isGreaterThanOrEqualTo(0.35);
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

    private void forgetStatistics() {
        tellStatistics();
        handle.execute("SELECT pg_stat_reset()");
    }

    /** A connection tells what it has done when it is closed. One that is just being opened is not closed at the first try. */
    private void tellStatistics() {
        handle.execute("SELECT pg_stat_force_next_flush()");
        OffsetDateTime now = handle.select("SELECT clock_timestamp()")
                .mapTo(OffsetDateTime.class)
                .one();
        Awaitility.await().until(() -> {
            database.pool().getHikariPoolMXBean().softEvictConnections();
            return handle.select(
                            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                    + " AND backend_type = 'client backend' AND pid <> pg_backend_pid() AND backend_start < ?",
                            now)
                    .mapTo(Integer.class)
                    .one()
                    .equals(0);
        });
    }

    private double heapOnlyShare() {
        return number("SELECT 100 * n_tup_hot_upd / n_tup_upd FROM pg_stat_user_tables"
                        + " WHERE relname = 'telephony_session'")
                / 100.0;
    }

    /** One figure of the statistics, all told. */
    private long number(String sql) {
        tellStatistics();
        return handle.select(sql).mapTo(Long.class).one();
    }
}
