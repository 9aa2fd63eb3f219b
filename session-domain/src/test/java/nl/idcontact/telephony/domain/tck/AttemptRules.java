package nl.idcontact.telephony.domain.tck;

import static nl.idcontact.telephony.domain.port.LinkOutcome.TooManyAttempts.TOO_MANY_ATTEMPTS;
import static nl.idcontact.telephony.domain.tck.Rules.unknownCode;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.port.LinkOutcome;
import nl.idcontact.telephony.domain.port.LinkOutcome.Linked;
import nl.idcontact.telephony.domain.port.LinkOutcome.TooManyWrongCodes;
import org.junit.jupiter.api.Test;

/** The count of wrong codes. */
interface AttemptRules extends Rules {
    Duration A_MINUTE = Duration.ofMinutes(1);
    AttemptLimits THREE_A_MINUTE = new AttemptLimits(100, 3);

    @Test
    default void attemptsRunOut() {
        Scene noon = scene();
        noon.aSession().withCode("1234").stored();
        assertThat(noon.link("0001", "call")).isEqualTo(unknownCode(2));
        assertThat(noon.link("0002", "call")).isEqualTo(unknownCode(1));
        assertThat(noon.link("0003", "call")).isEqualTo(unknownCode(0));
        assertThat(noon.link("0004", "call")).isEqualTo(TOO_MANY_ATTEMPTS);
        assertThat(noon.link("1234", "call")).isEqualTo(TOO_MANY_ATTEMPTS);
        assertThat(noon.link("1234", "other call")).isInstanceOf(Linked.class);
    }

    @Test
    default void everyKindOfWrongCodeCounts() {
        Scene noon = scene();
        noon.aSession().withCode("1111").linkedTo("call").stored();
        noon.aSession()
                .withResultCode("result-2")
                .withCode("2222")
                .linkedTo("other call")
                .stored();
        noon.aSession().withResultCode("result-3").withCode("3333").stored();
        assertThat(noon.link("0000", "call")).isEqualTo(unknownCode(2));
        assertThat(noon.link("2222", "call")).isEqualTo(unknownCode(1));
        assertThat(noon.link("3333", "call")).isEqualTo(unknownCode(0));
        assertThat(noon.link("1111", "call")).isEqualTo(TOO_MANY_ATTEMPTS);
    }

    @Test
    default void aRightCodeCountsAsNothing() {
        Scene noon = scene();
        noon.aSession().withCode("1234").stored();
        noon.link("0001", "call");
        noon.link("1234", "call");
        noon.link("1234", "call");
        assertThat(noon.link("0002", "call")).isEqualTo(unknownCode(1));
        assertThat(noon.link("1234", "call")).isInstanceOf(Linked.class);
        assertThat(noon.link("0003", "call")).isEqualTo(unknownCode(0));
    }

    @Test
    default void missesAreForgottenOneTtlAfterTheLast() {
        Scene noon = scene();
        Duration almost = TTL.minus(A_SECOND);
        assertThat(noon.link("0001", "call")).isEqualTo(unknownCode(2));
        assertThat(noon.after(almost).link("0002", "call")).isEqualTo(unknownCode(1));
        Scene later = noon.after(almost.multipliedBy(2));
        assertThat(later.link("0003", "call")).isEqualTo(unknownCode(0));
        assertThat(later.after(TTL.minus(A_MICROSECOND)).link("0004", "call")).isEqualTo(TOO_MANY_ATTEMPTS);

        later.after(TTL).aSession().withCode("1234").stored();
        assertThat(later.after(TTL).link("1234", "call")).isInstanceOf(Linked.class);
        assertThat(later.after(TTL).link("0005", "call")).isEqualTo(unknownCode(2));
    }

    @Test
    default void refusedAttemptsDoNotKeepMissesAlive() {
        Scene noon = scene();
        noon.link("0001", "call");
        noon.link("0002", "call");
        noon.link("0003", "call");
        assertThat(noon.after(TTL.minus(A_SECOND)).link("0004", "call")).isEqualTo(TOO_MANY_ATTEMPTS);
        assertThat(noon.after(TTL).link("0005", "call")).isEqualTo(unknownCode(2));
    }

    @Test
    default void purgingForgetsOnlyWhatIsForgotten() {
        Scene noon = scene();
        noon.link("0001", "call");
        noon.after(A_SECOND).link("0002", "other call");
        noon.after(TTL).purge(10);
        assertThat(noon.after(TTL).link("0003", "call")).isEqualTo(unknownCode(2));
        assertThat(noon.after(TTL).link("0003", "other call")).isEqualTo(unknownCode(1));
    }

    @Test
    default void tooManyWrongCodesOfAllCallsStopEveryone() {
        Scene noon = scene();
        noon.aSession().withCode("1234").stored();
        assertThat(miss(noon, 1)).isEqualTo(unknownCode(99));
        assertThat(miss(noon.after(A_SECOND), 2)).isEqualTo(unknownCode(99));
        assertThat(miss(noon.after(A_SECOND.multipliedBy(2)), 3)).isEqualTo(unknownCode(99));

        Scene later = noon.after(A_SECOND.multipliedBy(10));
        LinkOutcome refused = new TooManyWrongCodes(Duration.ofSeconds(50));
        assertThat(miss(later, 4)).isEqualTo(refused);
        assertThat(later.link("1234", "caller")).isInstanceOf(Linked.class);
        assertThat(later.link("1234", "caller", THREE_A_MINUTE)).isEqualTo(refused);
    }

    @Test
    default void theMinuteSlides() {
        Scene noon = scene();
        miss(noon, 1);
        miss(noon.after(A_SECOND.multipliedBy(20)), 2);
        miss(noon.after(A_SECOND.multipliedBy(40)), 3);

        assertThat(miss(noon.after(A_MINUTE.minus(A_MICROSECOND)), 4)).isEqualTo(new TooManyWrongCodes(A_MICROSECOND));
        assertThat(miss(noon.after(A_MINUTE), 4)).isEqualTo(unknownCode(99));
        assertThat(miss(noon.after(A_MINUTE), 5)).isEqualTo(new TooManyWrongCodes(Duration.ofSeconds(20)));
        assertThat(miss(noon.after(Duration.ofSeconds(80)), 6)).isEqualTo(unknownCode(99));
    }

    @Test
    default void whatTheMinuteRefusesIsCountedNowhere() {
        Scene noon = scene();
        AttemptLimits limits = new AttemptLimits(3, 1);
        assertThat(noon.link("0001", "call", limits)).isEqualTo(unknownCode(2));
        assertThat(noon.link("0002", "call", limits)).isEqualTo(new TooManyWrongCodes(A_MINUTE));
        assertThat(noon.after(A_MINUTE).link("0003", "call", limits)).isEqualTo(unknownCode(1));
    }

    @Test
    default void whatTheCallRefusesIsNotCountedForTheMinute() {
        Scene noon = scene();
        AttemptLimits limits = new AttemptLimits(1, 2);
        assertThat(noon.link("0001", "call", limits)).isEqualTo(unknownCode(0));
        assertThat(noon.link("0002", "call", limits)).isEqualTo(TOO_MANY_ATTEMPTS);
        assertThat(noon.link("0003", "other call", limits)).isEqualTo(unknownCode(0));
        assertThat(noon.link("0004", "call", limits)).isEqualTo(TOO_MANY_ATTEMPTS);
        assertThat(noon.link("0005", "third call", limits)).isEqualTo(new TooManyWrongCodes(A_MINUTE));
    }

    @Test
    default void aPurgeLeavesTheMinuteAlone() {
        Scene noon = scene();
        miss(noon, 1);
        miss(noon, 2);
        miss(noon, 3);
        noon.after(A_SECOND).purge(10);
        assertThat(miss(noon.after(A_SECOND), 4)).isInstanceOf(TooManyWrongCodes.class);
    }

    private static LinkOutcome miss(Scene scene, int caller) {
        return scene.link("0000", "caller " + caller, THREE_A_MINUTE);
    }
}
