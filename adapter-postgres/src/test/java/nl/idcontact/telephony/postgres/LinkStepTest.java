package nl.idcontact.telephony.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.port.LinkOutcome;
import nl.idcontact.telephony.domain.port.LinkOutcome.Linked;
import nl.idcontact.telephony.domain.port.LinkOutcome.UnknownCode;
import nl.idcontact.telephony.domain.tck.Scene;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links that meet each other, while somebody else holds what one of them needs. */
class LinkStepTest {
    @AutoClose
    private static final TestDatabase database = new TestDatabase();

    private static final AttemptLimits LIMITS = new AttemptLimits(3, 60);

    private Scene scene;
    /** Who made the last link. */
    private Thread caller = Thread.currentThread();

    @BeforeEach
    void store() {
        database.empty();
        scene = Scene.atNoon(new PostgresSessionStore(database.pool(), Scene.LIFETIME));
    }

    /** As when a function repeats a request that the next try of the caller overtakes. */
    @Test
    void ofTwoCodesOfOneCallInABatchTheWrongOneIsWrong() throws Exception {
        scene.create("result-1", "1111");
        scene.create("result-2", "2222");
        try (Connection other = database.pool().getConnection()) {
            other.setAutoCommit(false);
            execute(other, "SELECT * FROM telephony_session FOR UPDATE");
            Future<LinkOutcome> leader = link("1111", "another call");
            waitUntilBlocked(1);
            Future<LinkOutcome> right = linkInLine("2222", "call");
            Future<LinkOutcome> wrong = linkInLine("9999", "call");
            other.rollback();

            assertThat(leader.get(10, SECONDS)).isInstanceOf(Linked.class);
            assertThat(wrong.get(10, SECONDS)).isEqualTo(new UnknownCode(2));
            assertThat(((Linked) right.get(10, SECONDS)).repeated()).isFalse();
        }
    }

    @Test
    void whoCountsAWrongCodeKeepsNobodyWaiting() throws Exception {
        scene.create("result-1", "1111");
        try (Connection other = database.pool().getConnection()) {
            other.setAutoCommit(false);
            execute(other, SessionSql.LOCK_MINUTE);
            Future<LinkOutcome> wrong = link("9999", "another call");
            waitUntilBlocked(1);

            assertThat(link("1111", "call").get(10, SECONDS)).isInstanceOf(Linked.class);
            assertThat(wrong.isDone()).isFalse();
            other.rollback();
            assertThat(wrong.get(10, SECONDS)).isEqualTo(new UnknownCode(2));
        }
    }

    private Future<LinkOutcome> link(String code, String call) {
        FutureTask<LinkOutcome> link = new FutureTask<>(() -> scene.link(code, call, LIMITS));
        caller = new Thread(link);
        caller.start();
        return link;
    }

    /** Returns when the link waits for one that is under way. */
    private Future<LinkOutcome> linkInLine(String code, String call) {
        Future<LinkOutcome> link = link(code, call);
        Awaitility.await().until(() -> caller.getState() == Thread.State.WAITING);
        return link;
    }

    private static void waitUntilBlocked(int sessions) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .until(() -> database.jdbi()
                                .withHandle(handle -> handle.select(
                                                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")
                                        .mapTo(Integer.class)
                                        .one())
                        == sessions);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
