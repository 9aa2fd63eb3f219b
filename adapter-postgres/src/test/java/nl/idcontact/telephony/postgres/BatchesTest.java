package nl.idcontact.telephony.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.StoreUnavailable;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final Moment NOON = new Moment(Instant.parse("2026-03-02T12:00:00Z"), Lifetime.DEFAULT);
    private static final String FIRST = "first";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<String> alone = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<List<String>> together = new ConcurrentLinkedQueue<>();
    private Function<List<String>, Map<Fingerprint<?>, String>> batch = BatchesTest::all;
    private final Batches<String, String> batches =
            new Batches<>(BatchesTest::name, (step, at) -> makeAlone(step), (steps, at) -> makeTogether(steps));

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void whoFindsTheWayFreeGoesAtOnceAndAlone() {
        firstMayEnd.countDown();
        assertThat(batches.make(FIRST, NOON)).isEqualTo("alone " + FIRST);
        assertThat(batches.make("second", NOON)).isEqualTo("alone second");
        assertThat(together).isEmpty();
    }

    @Test
    void thoseWhoComeMeanwhileGoTogether() throws Exception {
        List<Future<String>> made = make("a", "b", "c");
        assertThat(made.get(0).get(10, SECONDS)).isEqualTo("alone " + FIRST);
        assertThat(made.get(1).get(10, SECONDS)).isEqualTo("together a");
        assertThat(made.get(2).get(10, SECONDS)).isEqualTo("together b");
        assertThat(made.get(3).get(10, SECONDS)).isEqualTo("together c");
        assertThat(together)
                .singleElement()
                .satisfies(steps -> assertThat(steps).containsExactlyInAnyOrder("a", "b", "c"));
    }

    @Test
    void whoeverGetsNoAnswerGoesAlone() throws Exception {
        batch = steps -> {
            Map<Fingerprint<?>, String> answers = all(steps);
            answers.remove(name("b"));
            return answers;
        };
        assertThat(answers(make("a", "b", "c")))
                .containsExactly("alone " + FIRST, "together a", "alone b", "together c");
    }

    @Test
    void oneAnswerIsGivenOnce() throws Exception {
        assertThat(answers(make("a", "a", "b")))
                .containsExactlyInAnyOrder("alone " + FIRST, "together a", "alone a", "together b");
    }

    @Test
    void whatOneStepSpoilsTheOthersMakeAlone() throws Exception {
        batch = steps -> {
            throw new UnableToExecuteStatementException("A unique constraint, perhaps");
        };
        assertThat(answers(make("a", "b"))).containsExactly("alone " + FIRST, "alone a", "alone b");
    }

    @Test
    void whileTheDatabaseIsAwayNobodyAsksTwice() throws Exception {
        batch = steps -> {
            throw new StoreUnavailable(new IllegalStateException("away"));
        };
        List<Future<String>> made = make("a", "b");
        for (Future<String> one : made.subList(1, made.size())) {
            assertThatThrownBy(() -> one.get(10, SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(StoreUnavailable.class);
        }
        assertThat(alone).containsExactly(FIRST);
    }

    @Test
    void whoHasWaitedLongForADatabaseThatIsAwayHearsThatItIs() throws Exception {
        Batches<String, String> hanging = new Batches<>(
                BatchesTest::name,
                (step, at) -> {
                    makeAlone(step);
                    throw new StoreUnavailable(new IllegalStateException("away"));
                },
                (steps, at) -> makeTogether(steps));
        List<Future<String>> made = new ArrayList<>();
        made.add(threads.submit(() -> hanging.make(FIRST, NOON)));
        Awaitility.await().until(() -> alone.contains(FIRST));
        made.add(queued("a", NOON, hanging, 1));
        made.add(queued("b", NOON, hanging, 2));
        Thread.sleep(300);
        firstMayEnd.countDown();
        for (Future<String> one : made) {
            assertThatThrownBy(() -> one.get(10, SECONDS)).hasCauseInstanceOf(StoreUnavailable.class);
        }
        assertThat(alone).containsExactly(FIRST);
        assertThat(together).isEmpty();
    }

    @Test
    void nobodyWaitsForeverForOneWhoFails() throws Exception {
        batch = steps -> {
            throw new AssertionError("unforeseen");
        };
        List<Future<String>> made = make("a", "b", "c");
        int failed = 0;
        for (Future<String> one : made) {
            try {
                assertThat(one.get(10, SECONDS)).startsWith("alone");
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(AssertionError.class);
                failed++;
            }
        }
        assertThat(failed).isEqualTo(1);
        assertThat(batches.make("later", NOON)).isEqualTo("alone later");
    }

    @Test
    void aBatchIsOfTheTimeOfItsLastStep() throws Exception {
        List<Instant> times = new ArrayList<>();
        Batches<String, String> timed = new Batches<>(BatchesTest::name, (step, at) -> makeAlone(step), (steps, at) -> {
            times.add(at.now());
            return all(steps);
        });
        threads.submit(() -> timed.make(FIRST, NOON));
        Awaitility.await().until(() -> alone.contains(FIRST));
        Moment later = new Moment(NOON.now().plusMillis(3), Lifetime.DEFAULT);
        List<Future<String>> made = new ArrayList<>();
        made.add(queued("a", later, timed, 1));
        made.add(queued("b", NOON, timed, 2));
        firstMayEnd.countDown();
        assertThat(answers(made)).containsExactly("together a", "together b");
        assertThat(times).containsExactly(later.now());
    }

    /** While the first is at work all others come, one after the other; then it ends. */
    private List<Future<String>> make(String... steps) {
        List<Future<String>> made = new ArrayList<>();
        made.add(threads.submit(() -> batches.make(FIRST, NOON)));
        Awaitility.await().until(() -> alone.contains(FIRST));
        for (String step : steps) {
            made.add(queued(step, NOON, batches, made.size()));
        }
        firstMayEnd.countDown();
        return made;
    }

    private Future<String> queued(String step, Moment at, Batches<String, String> where, int place) {
        Future<String> made = threads.submit(() -> where.make(step, at));
        Awaitility.await().until(() -> where.waiting() == place);
        return made;
    }

    private static List<String> answers(List<Future<String>> made) throws Exception {
        List<String> answers = new ArrayList<>();
        for (Future<String> one : made) {
            answers.add(one.get(10, SECONDS));
        }
        return answers;
    }

    private String makeAlone(String step) {
        alone.add(step);
        if (step.equals(FIRST)) {
            try {
                assertThat(firstMayEnd.await(10, SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return "alone " + step;
    }

    private Map<Fingerprint<?>, String> makeTogether(List<String> steps) {
        together.add(steps);
        return batch.apply(steps);
    }

    private static Map<Fingerprint<?>, String> all(List<String> steps) {
        Map<Fingerprint<?>, String> answers = new HashMap<>();
        steps.forEach(step -> answers.put(name(step), "together " + step));
        return answers;
    }

    private static Fingerprint<?> name(String step) {
        return new Fingerprint<Object>(step.getBytes(StandardCharsets.UTF_8));
    }
}
