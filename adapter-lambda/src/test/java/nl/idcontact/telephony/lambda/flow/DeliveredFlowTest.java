package nl.idcontact.telephony.lambda.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The delivered flow, run over its ways. */
class DeliveredFlowTest {
    private static final String CODE = "1234567890";
    private static final Map<String, String> LINKED =
            Map.of("linked", "true", "purpose", "report_move", "releaseToken", "a-release-token");

    private final ContactFlow flow = ContactFlow.delivered();
    private final List<Map<String, Object>> events = new ArrayList<>();

    @Test
    void aRightCodeTakesTheTokenToTheQueue() {
        FlowResult call = call(answering(LINKED), CODE);

        assertThat(call.queue()).contains("${QueueArn}");
        assertThat(call.attributes())
                .containsOnly(
                        Map.entry("idContactReleaseToken", "a-release-token"),
                        Map.entry("idContactPurpose", "report_move"));
        assertThat(call.spoken()).hasSize(2);
        assertThat(call.spoken().get(1)).startsWith("Dank u.").contains("Thank you.");
        assertThat(parameters(0)).isEqualTo(Map.of("dtmf", CODE));
    }

    @Test
    void theCodeAndTheTokenAreNeverLogged() {
        FlowResult call = call(answering(wrong(2), LINKED), "1", CODE);

        assertThat(call.loggedSteps()).isEmpty();
        assertThat(call.attributes().toString()).doesNotContain(CODE);
    }

    @Test
    void aWrongCodeIsToldWithTheAttemptsLeftAndAskedAgain() {
        FlowResult call = call(answering(wrong(2), wrong(1), LINKED), "1", "2", CODE);

        assertThat(call.attributes()).containsKey("idContactReleaseToken");
        assertThat(call.spoken().get(1)).contains("klopt niet", "nog 2 keer", "is not right", "2 more");
        assertThat(call.spoken().get(2)).contains("nog 1 keer", "1 more");
    }

    @Test
    void threeWrongCodesGoUnauthenticatedToTheQueue() {
        FlowResult call = call(
                answering(
                        wrong(2),
                        wrong(1),
                        Map.of("linked", "false", "reason", "too_many_attempts", "attemptsLeft", "0")),
                "1",
                "2",
                "3");

        assertQueuedWithoutToken(call);
        assertThat(call.spoken().get(3)).contains("Zonder geldige code", "Without a valid code");
    }

    @Test
    void aBackendThatAllowsMoreAttemptsGetsThreeAllTheSame() {
        FlowResult call = call(answering(wrong(9), wrong(8), wrong(7), wrong(6)), "1", "2", "3", "4");

        assertQueuedWithoutToken(call);
        assertThat(events).hasSize(3);
    }

    @Test
    void silenceIsAskedAgainAndEndsInTheQueue() {
        Map<String, String> noCode = Map.of("linked", "false", "reason", "no_code");

        FlowResult call = call(answering(noCode, noCode, noCode), "", "", "");

        assertQueuedWithoutToken(call);
        assertThat(parameters(0)).isEqualTo(Map.of("dtmf", "Timeout"));
        assertThat(call.spoken().get(1)).contains("geen code ontvangen", "did not receive a code");
        assertThat(call.spoken()).hasSize(4);
    }

    @Test
    void silenceAndThenACodeLinks() {
        FlowResult call = call(answering(Map.of("linked", "false", "reason", "no_code"), LINKED), "", CODE + "#");

        assertThat(call.attributes()).containsKey("idContactReleaseToken");
        assertThat(parameters(1)).isEqualTo(Map.of("dtmf", CODE));
    }

    @Test
    void starBeginsAnewAndHashEnds() {
        call(answering(LINKED), "99*123#45");

        assertThat(parameters(0)).isEqualTo(Map.of("dtmf", "123"));
    }

    @Test
    void aFailingFunctionPutsTheCallerThrough() {
        FlowResult call = call(
                event -> {
                    throw new IllegalStateException("away");
                },
                CODE);

        assertQueuedWithoutToken(call);
        assertThat(call.spoken().get(1)).contains("kan nu niet", "cannot be handled");
    }

    @Test
    void anAnswerThatTheFlowDoesNotKnowPutsTheCallerThrough() {
        assertQueuedWithoutToken(call(answering(Map.of("linked", "false", "reason", "moon")), CODE));
        assertQueuedWithoutToken(call(answering(Map.of()), CODE));
    }

    @ParameterizedTest
    @CsvSource({
        "voice, NoMatchingError",
        "hours, NoMatchingError",
        "ask-code, NoMatchingError",
        "link, NoMatchingError",
        "keep-link, NoMatchingError",
        "linked, NoMatchingError",
    })
    void aFailingStepStillPutsTheCallerThrough(String action, String error) {
        FlowInterpreter interpreter = new FlowInterpreter(flow, answering(LINKED)).failing(action, error);

        FlowResult call = interpreter.run(Contact.incoming("c"), keying(CODE, CODE, CODE));

        assertThat(call.queue()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"queue, NoMatchingError", "to-queue, QueueAtCapacity", "to-queue, NoMatchingError"})
    void withoutAQueueTheCallerHearsWhy(String action, String error) {
        FlowInterpreter interpreter = new FlowInterpreter(flow, answering(LINKED)).failing(action, error);

        FlowResult call = interpreter.run(Contact.incoming("c"), keying(CODE));

        assertThat(call.queue()).isEmpty();
        assertThat(call.spoken().get(2)).contains("in gesprek", "agents are busy");
        assertThat(call.steps()).endsWith("end");
    }

    @Test
    void outsideTheOpeningHoursTheCallerHearsSoAndNothingIsAsked() {
        FlowResult call = new FlowInterpreter(flow, answering()).closed().run(Contact.incoming("c"), keying());

        assertThat(call.queue()).isEmpty();
        assertThat(call.spoken()).hasSize(1);
        assertThat(call.spoken().get(0)).contains("gesloten", "closed");
    }

    @Test
    void runsOnAThreadOfItsOwnWhileTheCallerThinks() throws Exception {
        SynchronousQueue<String> keys = new SynchronousQueue<>();
        Caller thinking = new Caller() {
            @Override
            public void hears(String text) {}

            @Override
            public String keysIn(String prompt) {
                try {
                    return keys.take();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        CompletableFuture<FlowResult> call =
                new FlowInterpreter(flow, answering(LINKED)).start(Contact.incoming("c"), thinking);

        assertThat(keys.offer(CODE, 5, TimeUnit.SECONDS)).isTrue();

        assertThat(call.get(5, TimeUnit.SECONDS).queue()).isPresent();
    }

    private void assertQueuedWithoutToken(FlowResult call) {
        assertThat(call.queue()).contains("${QueueArn}");
        assertThat(call.attributes()).isEmpty();
    }

    private FlowResult call(LinkInvocation link, String... keys) {
        return new FlowInterpreter(flow, link).run(Contact.incoming("contact-1"), keying(keys));
    }

    private static Map<String, String> wrong(int attemptsLeft) {
        return Map.of("linked", "false", "reason", "unknown_code", "attemptsLeft", "" + attemptsLeft);
    }

    @SafeVarargs
    private LinkInvocation answering(Map<String, String>... answers) {
        Deque<Map<String, String>> left = new ArrayDeque<>();
        for (Map<String, String> answer : answers) {
            left.add(answer);
        }
        return event -> {
            events.add(event);
            return left.removeFirst();
        };
    }

    private Object parameters(int invocation) {
        return ((Map<?, ?>) events.get(invocation).get("Details")).get("Parameters");
    }

    private static Caller keying(String... keys) {
        Deque<String> left = new ArrayDeque<>(Arrays.asList(keys));
        return new Caller() {
            @Override
            public void hears(String text) {}

            @Override
            public String keysIn(String prompt) {
                return left.removeFirst();
            }
        };
    }
}
