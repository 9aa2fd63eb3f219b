package nl.idcontact.telephony.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.app.support.Answer;
import nl.idcontact.telephony.app.support.Follower;
import nl.idcontact.telephony.app.support.Peers;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.domain.tck.Race;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers on one database are one to everybody around them. */
class SeveralInstancesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RIVALS = 64;

    private static RunningApp firstApp;
    private static RunningApp secondApp;
    private static Peers first;
    private static Peers second;

    @BeforeAll
    static void startBoth() {
        firstApp = RunningApp.start();
        Map<String, String> same = new HashMap<>(firstApp.environment());
        same.put("IDCONTACT_PORT", "0");
        same.put("IDCONTACT_PUBLIC_PORT", "0");
        secondApp = RunningApp.start(same);
        first = Peers.of(firstApp);
        second = Peers.of(secondApp);
    }

    @AfterAll
    static void stopBoth() {
        firstApp.close();
        secondApp.close();
    }

    @Test
    void each_step_of_a_call_may_go_to_another_one() throws Exception {
        Answer session = first.start();
        Answer link = second.link(session.code(), "wandering call");
        assertThat(link.status()).isEqualTo(200);
        try (Follower onFirst = first.follow("wandering call", link.releaseToken());
                Follower onSecond = second.follow("wandering call", link.releaseToken())) {
            assertThat(second.result(session.resultPath(), token()).status()).isEqualTo(200);
            await().atMost(PATIENCE).until(() -> onFirst.hasSeen("jan@example.nl"));
            await().atMost(PATIENCE).until(() -> onSecond.hasSeen("jan@example.nl"));

            assertThat(first.logout("wandering call", link.releaseToken()).status())
                    .isEqualTo(204);
            await().atMost(PATIENCE).until(() -> onFirst.hasSeen("event: ended") && onFirst.isOver());
            await().atMost(PATIENCE).until(() -> onSecond.hasSeen("event: ended") && onSecond.isOver());
        }
        assertThat(second.read("wandering call", link.releaseToken()).status()).isEqualTo(404);
    }

    @Test
    void wrong_codes_of_a_call_are_counted_together() throws Exception {
        assertThat(first.link("1", "guessing call").json().get("attempts_left").asInt())
                .isEqualTo(2);
        assertThat(second.link("2", "guessing call").json().get("attempts_left").asInt())
                .isEqualTo(1);
        assertThat(first.link("3", "guessing call").json().get("attempts_left").asInt())
                .isEqualTo(0);
        assertThat(second.link(first.start().code(), "guessing call").status()).isEqualTo(429);
    }

    @Test
    void of_calls_that_race_for_one_code_one_wins() throws Exception {
        String code = first.start().code();
        List<Answer> answers = Race.of(RIVALS, number -> at(number).link(code, "rival-" + number));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("unknown-code");
            assertThat(answer.json().get("attempts_left").asInt()).isEqualTo(2);
        });
    }

    @Test
    void of_results_that_race_for_one_session_one_is_final() throws Exception {
        String path = first.start().resultPath();
        List<String> tokens = Race.of(RIVALS, number -> token());
        List<Answer> answers = Race.of(RIVALS, number -> at(number).result(path, tokens.get(number)));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.problem()).isEqualTo("auth-result-already-received");
        });
        List<Answer> repeats = Race.of(RIVALS, number -> at(number + 1).result(path, tokens.get(number)));
        assertThat(repeats.stream().map(Answer::status))
                .containsExactlyElementsOf(answers.stream().map(Answer::status).toList());
    }

    /** Each of the losing codes counts as an attempt, so the last ones may find the call locked. */
    @Test
    void of_codes_that_race_for_one_call_one_wins() throws Exception {
        List<String> codes = Race.of(RIVALS, number -> first.start().code());
        List<Answer> answers = Race.of(RIVALS, number -> at(number).link(codes.get(number), "wanted call"));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 404)).hasSize(3);
        assertThat(answers.stream().filter(answer -> answer.status() == 429)).hasSize(RIVALS - 4);
        int winner = answers.stream().map(Answer::status).toList().indexOf(200);
        Answer shown = second.read("wanted call", answers.get(winner).releaseToken());
        assertThat(shown.status()).isEqualTo(200);
        Answer stillFree = second.link(codes.get((winner + 1) % RIVALS), "another call");
        assertThat(stillFree.status())
                .as("a code that lost is as good as before")
                .isEqualTo(200);
    }

    @Test
    void of_repeats_that_race_all_get_a_token_that_works() throws Exception {
        String code = first.start().code();
        List<Answer> answers = Race.of(RIVALS, number -> at(number).link(code, "eager call"));

        assertThat(answers.stream().map(Answer::status)).containsOnly(200);
        for (Answer answer : answers.subList(0, 4)) {
            assertThat(first.read("eager call", answer.releaseToken()).status()).isEqualTo(200);
        }
    }

    private static Peers at(int number) {
        return number % 2 == 0 ? first : second;
    }

    private static String token() {
        return firstApp.tokens()
                .token(Instant.now())
                .attribute("email", "jan@example.nl")
                .compact();
    }
}
