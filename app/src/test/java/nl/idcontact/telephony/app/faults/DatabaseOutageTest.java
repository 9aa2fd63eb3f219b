package nl.idcontact.telephony.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.app.support.Answer;
import nl.idcontact.telephony.app.support.Follower;
import nl.idcontact.telephony.app.support.Peers;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.domain.tck.Race;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes away or hangs, and comes back: everybody is told in time, pages wait, and the server goes on by itself. */
class DatabaseOutageTest {
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final Duration IN_TIME = Duration.ofSeconds(4);
    private static final int AT_ONCE = 24;

    @AutoClose
    private static final EmbeddedDatabase postgres = EmbeddedDatabase.start();

    private RunningApp app;
    private Peers peers;
    private Answer session;
    private String releaseToken;
    private Follower page;

    @BeforeEach
    void linkACall() throws Exception {
        app = RunningApp.start(postgres, Map.of());
        peers = Peers.of(app);
        session = peers.start();
        releaseToken = peers.link(session.code(), "call").releaseToken();
        page = peers.follow("call", releaseToken);
        await().atMost(RECOVERY).until(() -> page.hasSeen("\"auth_result\":null"));
    }

    @AfterEach
    void stop() {
        page.close();
        app.close();
    }

    @Test
    void a_database_that_crashes_is_told_and_survived() throws Exception {
        postgres.kill();
        try {
            assertEverybodyIsToldInTime();
        } finally {
            postgres.startAgain();
        }
        assertThatItGoesOn();
    }

    @Test
    void a_database_that_hangs_is_told_and_survived() throws Exception {
        postgres.freeze();
        try {
            assertEverybodyIsToldInTime();
        } finally {
            postgres.thaw();
        }
        assertThatItGoesOn();
    }

    private void assertEverybodyIsToldInTime() throws Exception {
        String token = app.tokens().token(Instant.now()).compact();
        List<Answer> answers = Race.of(AT_ONCE, number -> switch (number % 6) {
            case 0 -> peers.start();
            case 1 -> peers.result(session.resultPath(), token);
            case 2 -> peers.link(session.code(), "call");
            case 3 -> peers.read("call", releaseToken);
            case 4 -> peers.logout("call", releaseToken);
            default -> peers.activity("call", releaseToken);
        });
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.response().body()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("store-unavailable");
            assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
            assertThat(answer.took()).isLessThan(IN_TIME);
        });
        assertThat(peers.health("/health/live").status()).isEqualTo(200);
        Answer ready = peers.health("/health/ready");
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.took()).isLessThan(IN_TIME);
        assertThat(page.isOver()).as("the page is still connected").isFalse();
    }

    /** The page that waited hears of what happens now. A logout that was given up may have been done nevertheless. */
    private void assertThatItGoesOn() throws Exception {
        await().atMost(RECOVERY).until(() -> peers.health("/health/ready").status() == 200);
        int status = await().atMost(RECOVERY)
                .until(() -> peers.read("call", releaseToken).status(), answered -> answered != 503);
        if (status == 200) {
            String token = app.tokens()
                    .token(Instant.now())
                    .attribute("email", "jan@example.nl")
                    .compact();
            assertThat(peers.result(session.resultPath(), token).status()).isIn(200, 409);
            await().atMost(RECOVERY).until(() -> page.hasSeen("\"status\":\"succes\""));
        } else {
            assertThat(status).isEqualTo(404);
            await().atMost(RECOVERY).until(() -> page.hasSeen("event: ended"));
        }
    }
}
