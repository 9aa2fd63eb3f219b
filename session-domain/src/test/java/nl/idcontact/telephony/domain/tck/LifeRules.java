package nl.idcontact.telephony.domain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.idcontact.telephony.domain.port.LinkOutcome.Linked;
import nl.idcontact.telephony.domain.port.SessionStore.Purged;
import nl.idcontact.telephony.domain.port.SessionStore.ReceiveOutcome;
import nl.idcontact.telephony.domain.port.SessionStore.TouchOutcome;
import org.junit.jupiter.api.Test;

/** How long a session lives, and how it ends. */
interface LifeRules extends Rules {
    @Test
    default void aSessionIsGoneOneTtlAfterItsLastActivity() {
        Scene noon = scene();
        noon.aSession().linkedTo("call").stored();
        assertThat(noon.after(TTL.minus(A_MICROSECOND)).find("call")).isPresent();
        assertThat(noon.after(TTL).find("call")).isEmpty();
        assertThat(noon.after(TTL).touch("result-1")).isEqualTo(TouchOutcome.GONE);
        assertThat(noon.after(TTL).end("result-1")).isFalse();
    }

    @Test
    default void activityRenewsASession() {
        Scene noon = scene();
        noon.aSession().linkedTo("call").stored();
        Scene later = noon.after(TTL.minus(A_SECOND));
        assertThat(later.touch("result-1")).isEqualTo(TouchOutcome.RENEWED);
        assertThat(later.find("call").orElseThrow().lastActivity()).isEqualTo(later.now());
        assertThat(later.after(TTL.minus(A_MICROSECOND)).find("call")).isPresent();
        assertThat(later.after(TTL).find("call")).isEmpty();
    }

    @Test
    default void noActivityKeepsASessionPastItsMaximalAge() {
        Scene noon = scene();
        noon.aSession().withCode("1234").linkedTo("call").stored();
        for (Duration step = Duration.ZERO; step.compareTo(MAX_AGE) < 0; step = step.plus(TTL.dividedBy(2))) {
            assertThat(noon.after(step).touch("result-1")).isNotEqualTo(TouchOutcome.GONE);
        }
        Scene end = noon.after(MAX_AGE);
        assertThat(noon.after(MAX_AGE.minus(A_MICROSECOND))
                        .find("call")
                        .orElseThrow()
                        .expiresAt())
                .isEqualTo(end.now());
        assertThat(end.find("call")).isEmpty();
        assertThat(end.touch("result-1")).isEqualTo(TouchOutcome.GONE);
        assertThat(end.link("1234", "call")).isEqualTo(Rules.unknownCode(2));
        assertThat(end.receive("result-1", "jwe")).isEqualTo(ReceiveOutcome.UNKNOWN_SESSION);
        assertThat(end.end("result-1")).isFalse();
    }

    @Test
    default void feedbackIsDueOnceAMinuteFromTheResultOn() {
        Scene noon = scene();
        noon.aSession().stored();
        assertThat(noon.touch("result-1")).isEqualTo(TouchOutcome.RENEWED);
        noon.receive("result-1", "jwe");
        assertThat(noon.touch("result-1")).isEqualTo(TouchOutcome.RENEWED_FEEDBACK_DUE);
        assertThat(noon.touch("result-1")).isEqualTo(TouchOutcome.RENEWED);
        Duration minute = Duration.ofMinutes(1);
        assertThat(noon.after(minute.minus(A_MICROSECOND)).touch("result-1")).isEqualTo(TouchOutcome.RENEWED);
        assertThat(noon.after(minute).touch("result-1")).isEqualTo(TouchOutcome.RENEWED_FEEDBACK_DUE);
        assertThat(noon.after(minute).touch("result-1")).isEqualTo(TouchOutcome.RENEWED);
        assertThat(noon.after(minute.multipliedBy(2)).touch("result-1")).isEqualTo(TouchOutcome.RENEWED_FEEDBACK_DUE);
    }

    @Test
    default void anUnknownSessionIsGone() {
        assertThat(scene().touch("result-1")).isEqualTo(TouchOutcome.GONE);
        assertThat(scene().end("result-1")).isFalse();
    }

    @Test
    default void anEndedSessionIsGoneForEveryone() {
        Scene noon = scene();
        noon.aSession().withCode("1234").withAuthResult("jwe").linkedTo("call").stored();
        assertThat(noon.end("result-1")).isTrue();
        assertThat(noon.end("result-1")).isFalse();
        assertThat(noon.find("call")).isEmpty();
        assertThat(noon.touch("result-1")).isEqualTo(TouchOutcome.GONE);
        assertThat(noon.receive("result-1", "jwe")).isEqualTo(ReceiveOutcome.UNKNOWN_SESSION);
        assertThat(noon.link("1234", "call")).isEqualTo(Rules.unknownCode(2));
    }

    @Test
    default void anEndedSessionHandsBackTheResultThatItHad() {
        Scene noon = scene();
        noon.aSession().withAuthResult("jwe").stored();
        assertThat(noon.remove("result-1").orElseThrow().sealedResult().orElseThrow())
                .isEqualTo(Scene.cipherText(noon.name("result-1"), "jwe"));

        noon.aSession().stored();
        assertThat(noon.remove("result-1").orElseThrow().sealedResult()).isEmpty();
    }

    @Test
    default void aPurgeRemovesWhatIsGoneAndNothingElse() {
        Scene noon = scene();
        noon.aSession().stored();
        Scene later = noon.after(A_SECOND);
        later.aSession()
                .withResultCode("result-2")
                .withCode("5678")
                .linkedTo("call")
                .stored();
        assertThat(noon.after(TTL).purge(10)).isEqualTo(new Purged(1, false));
        assertThat(noon.after(TTL).purge(10)).isEqualTo(new Purged(0, false));
        assertThat(noon.after(TTL).find("call")).isPresent();
        assertThat(noon.after(TTL).link("5678", "call")).isInstanceOf(Linked.class);
    }

    @Test
    default void aPurgeRemovesWhatIsTooOldDespiteItsActivity() {
        Scene noon = scene();
        noon.aSession().stored();
        for (Duration step = Duration.ZERO; step.compareTo(MAX_AGE) < 0; step = step.plus(TTL.dividedBy(2))) {
            noon.after(step).touch("result-1");
        }
        assertThat(noon.after(MAX_AGE.minus(A_MICROSECOND)).purge(10)).isEqualTo(new Purged(0, false));
        assertThat(noon.after(MAX_AGE).purge(10)).isEqualTo(new Purged(1, false));
    }

    @Test
    default void aPurgeStopsAtItsLimit() {
        Scene noon = scene();
        for (int number = 0; number < 5; number++) {
            noon.create("result-" + number, "100" + number);
        }
        Scene later = noon.after(TTL);
        assertThat(later.purge(2)).isEqualTo(new Purged(2, true));
        assertThat(later.purge(2)).isEqualTo(new Purged(2, true));
        assertThat(later.purge(2)).isEqualTo(new Purged(1, false));
    }
}
