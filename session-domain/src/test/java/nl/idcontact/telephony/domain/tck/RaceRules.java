package nl.idcontact.telephony.domain.tck;

import static java.util.Collections.frequency;
import static nl.idcontact.telephony.domain.port.LinkOutcome.TooManyAttempts.TOO_MANY_ATTEMPTS;
import static nl.idcontact.telephony.domain.tck.Keyring.NEW_AND_OLD;
import static nl.idcontact.telephony.domain.tck.Keyring.OLD;
import static nl.idcontact.telephony.domain.tck.Keyring.OLD_AND_NEW;
import static nl.idcontact.telephony.domain.tck.Race.RUNNERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.port.LinkOutcome;
import nl.idcontact.telephony.domain.port.LinkOutcome.Linked;
import nl.idcontact.telephony.domain.port.LinkOutcome.TooManyWrongCodes;
import nl.idcontact.telephony.domain.port.LinkOutcome.UnknownCode;
import nl.idcontact.telephony.domain.port.SessionStore.CreateOutcome;
import nl.idcontact.telephony.domain.port.SessionStore.Purged;
import nl.idcontact.telephony.domain.port.SessionStore.ReceiveOutcome;
import nl.idcontact.telephony.domain.port.SessionStore.TouchOutcome;
import nl.idcontact.telephony.domain.port.StoredSession;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As many at a time as a race has runners: under one key, and half of them under a newer one. */
interface RaceRules extends Rules {
    int HEATS = 5;

    private Scene racer(int number, boolean rotating) {
        Keyring current = number % 2 == 0 ? OLD_AND_NEW : NEW_AND_OLD;
        return scene().under(rotating ? current : OLD);
    }

    @ParameterizedTest(name = "while keys rotate: {0}")
    @ValueSource(booleans = {false, true})
    default void oneOfManyGetsTheCode(boolean rotating) throws Exception {
        scene();
        for (int heat = 0; heat < HEATS; heat++) {
            String code = "123" + heat;
            String resultCode = "result-" + heat + '-';
            List<CreateOutcome> outcomes =
                    Race.of(number -> racer(number, rotating).create(resultCode + number, code));
            assertThat(frequency(outcomes, CreateOutcome.CREATED)).isEqualTo(1);
            int winner = outcomes.indexOf(CreateOutcome.CREATED);
            assertThat(racer(winner, rotating).receive(resultCode + winner, "jwe"))
                    .isEqualTo(ReceiveOutcome.STORED);
        }
    }

    @ParameterizedTest(name = "while keys rotate: {0}")
    @ValueSource(booleans = {false, true})
    default void oneOfManyGetsTheCodeOfAnExpiredSession(boolean rotating) throws Exception {
        scene().aSession().withCode("1234").stored();
        List<CreateOutcome> outcomes =
                Race.of(number -> racer(number, rotating).after(TTL).create("result " + number, "1234"));
        assertThat(frequency(outcomes, CreateOutcome.CREATED)).isEqualTo(1);
    }

    @ParameterizedTest(name = "while keys rotate: {0}")
    @ValueSource(booleans = {false, true})
    default void oneOfManyResultsIsStored(boolean rotating) throws Exception {
        for (int heat = 0; heat < HEATS; heat++) {
            String resultCode = "result-" + heat;
            scene().create(resultCode, "123" + heat);
            List<ReceiveOutcome> outcomes =
                    Race.of(number -> racer(number, rotating).receive(resultCode, "token " + number % 8));
            int winner = outcomes.indexOf(ReceiveOutcome.STORED);
            assertThat(frequency(outcomes, ReceiveOutcome.STORED)).isEqualTo(1);
            assertThat(frequency(outcomes, ReceiveOutcome.REPEATED)).isEqualTo(1);
            assertThat(outcomes.get((winner + 8) % RUNNERS)).isEqualTo(ReceiveOutcome.REPEATED);
        }
    }

    @ParameterizedTest(name = "while keys rotate: {0}")
    @ValueSource(booleans = {false, true})
    default void oneOfManyCallsGetsTheCode(boolean rotating) throws Exception {
        for (int heat = 0; heat < HEATS; heat++) {
            String code = "123" + heat;
            String call = "call " + heat + '-';
            scene().create("result-" + heat, code);
            List<LinkOutcome> outcomes =
                    Race.of(number -> racer(number, rotating).link(code, call + number));
            assertThat(outcomes).filteredOn(Linked.class::isInstance).hasSize(1);
            assertThat(frequency(outcomes, new UnknownCode(2))).isEqualTo(RUNNERS - 1);
        }
    }

    @ParameterizedTest(name = "while keys rotate: {0}")
    @ValueSource(booleans = {false, true})
    default void oneCallGetsOneOfManySessions(boolean rotating) throws Exception {
        AttemptLimits limits = new AttemptLimits(RUNNERS, 0);
        for (int heat = 0; heat < HEATS; heat++) {
            String code = "12" + heat;
            String call = "call " + heat;
            for (int number = 0; number < RUNNERS; number++) {
                scene().create("result-" + heat + '-' + number, code + number);
            }
            List<LinkOutcome> outcomes =
                    Race.of(number -> racer(number, rotating).link(code + number, call, limits));
            assertThat(outcomes).filteredOn(Linked.class::isInstance).hasSize(1);
            int winner = IntStream.range(0, RUNNERS)
                    .filter(number -> outcomes.get(number) instanceof Linked)
                    .findFirst()
                    .orElseThrow();
            assertThat(((Linked) outcomes.get(winner)).session())
                    .isEqualTo(scene().name("result-" + heat + '-' + winner));
            assertThat(outcomes)
                    .filteredOn(UnknownCode.class::isInstance)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(1, RUNNERS)
                            .mapToObj(Rules::unknownCode)
                            .toList());
        }
    }

    @ParameterizedTest(name = "while keys rotate: {0}")
    @ValueSource(booleans = {false, true})
    default void wrongCodesBesideARightOneOfTheSameCallStayWrong(boolean rotating) throws Exception {
        AttemptLimits limits = new AttemptLimits(RUNNERS, 0);
        for (int heat = 0; heat < HEATS; heat++) {
            String call = "call " + heat;
            String right = "12" + heat + (RUNNERS - 1);
            String wrong = "99" + heat;
            scene().create("result-" + heat, right);
            List<LinkOutcome> outcomes = Race.of(number ->
                    racer(number, rotating).link(number == RUNNERS - 1 ? right : wrong + number, call, limits));
            assertThat(outcomes.get(RUNNERS - 1)).isInstanceOf(Linked.class);
            assertThat(outcomes.subList(0, RUNNERS - 1)).allMatch(UnknownCode.class::isInstance);
        }
    }

    @ParameterizedTest(name = "while keys rotate: {0}")
    @ValueSource(booleans = {false, true})
    default void oneOfManyEqualLinksIsTheFirst(boolean rotating) throws Exception {
        for (int heat = 0; heat < HEATS; heat++) {
            String code = "123" + heat;
            String call = "call " + heat;
            scene().create("result-" + heat, code);
            List<LinkOutcome> outcomes =
                    Race.of(number -> racer(number, rotating).link(code, call));
            assertThat(outcomes)
                    .extracting(outcome -> ((Linked) outcome).repeated())
                    .containsOnlyOnce(false)
                    .hasSize(RUNNERS);
        }
    }

    @ParameterizedTest(name = "while keys rotate: {0}")
    @ValueSource(booleans = {false, true})
    default void missesNeverPassTheLimitOfTheCall(boolean rotating) throws Exception {
        for (int heat = 0; heat < HEATS; heat++) {
            String call = "call " + heat;
            List<LinkOutcome> outcomes =
                    Race.of(number -> racer(number, rotating).link("000" + number, call));
            assertThat(frequency(outcomes, TOO_MANY_ATTEMPTS)).isEqualTo(RUNNERS - 3);
            assertThat(outcomes).contains(new UnknownCode(2), new UnknownCode(1), new UnknownCode(0));
        }
    }

    @ParameterizedTest(name = "while keys rotate: {0}")
    @ValueSource(booleans = {false, true})
    default void missesNeverPassTheLimitOfTheMinute(boolean rotating) throws Exception {
        AttemptLimits limits = new AttemptLimits(3, 5);
        List<LinkOutcome> outcomes = Race.of(number -> racer(number, rotating).link("0000", "call " + number, limits));
        assertThat(frequency(outcomes, new UnknownCode(2))).isEqualTo(5);
        assertThat(outcomes).filteredOn(TooManyWrongCodes.class::isInstance).hasSize(RUNNERS - 5);
    }

    @RepeatedTest(HEATS)
    default void manyAtOnceEachGetTheirOwn() throws Exception {
        Race.of(number -> {
            String own = Integer.toString(number);
            assertThat(scene().create("result-" + own, "123" + own)).isEqualTo(CreateOutcome.CREATED);
            assertThat(scene().receipt("result-" + own, "jwe").session()).contains(scene().name("result-" + own));
            assertThat(((Linked) scene().link("123" + own, "call " + own)).session())
                    .isEqualTo(scene().name("result-" + own));
            StoredSession found = scene().find("call " + own).orElseThrow();
            assertThat(found.session()).isEqualTo(scene().name("result-" + own));
            assertThat(found.sealedResult()).contains(Scene.cipherText(found.session(), "jwe"));
            assertThat(scene().find("call without a session " + own)).isEmpty();
            return own;
        });
    }

    @RepeatedTest(HEATS)
    default void oneOfManyActivitiesIsDueForFeedback() throws Exception {
        scene().aSession().stored();
        scene().receive("result-1", "jwe");
        List<TouchOutcome> outcomes = Race.of(number -> scene().touch("result-1"));
        assertThat(frequency(outcomes, TouchOutcome.RENEWED_FEEDBACK_DUE)).isEqualTo(1);
        assertThat(frequency(outcomes, TouchOutcome.RENEWED)).isEqualTo(RUNNERS - 1);
    }

    @RepeatedTest(HEATS)
    default void oneOfManyEndsIt() throws Exception {
        scene().aSession().stored();
        assertThat(frequency(Race.of(number -> scene().end("result-1")), true)).isEqualTo(1);
    }

    @RepeatedTest(HEATS)
    default void resultsAndLinksDoNotLoseEachOther() throws Exception {
        scene().aSession().withCode("1234").stored();
        Race.of(number -> number % 2 == 0
                ? scene().receive("result-1", "jwe")
                : Objects.requireNonNull(scene().link("1234", "call")));
        assertThat(scene().find("call").orElseThrow().sealedResult()).isPresent();
    }

    @RepeatedTest(HEATS)
    default void purgesShareTheWork() throws Exception {
        for (int number = 0; number < 40; number++) {
            scene().create("result-" + number, "10" + number);
        }
        List<Purged> purges = Race.of(number -> scene().after(TTL).purge(5));
        assertThat(purges.stream().mapToInt(Purged::sessions).sum()).isLessThanOrEqualTo(40);
        int rest = 0;
        for (Purged purged = new Purged(0, true); purged.more(); rest += purged.sessions()) {
            purged = scene().after(TTL).purge(5);
        }
        assertThat(purges.stream().mapToInt(Purged::sessions).sum() + rest).isEqualTo(40);
    }
}
