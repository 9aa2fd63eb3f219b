package nl.idcontact.telephony.domain.tck;

import static nl.idcontact.telephony.domain.port.LinkOutcome.TooManyAttempts.TOO_MANY_ATTEMPTS;
import static nl.idcontact.telephony.domain.tck.Keyring.NEW;
import static nl.idcontact.telephony.domain.tck.Keyring.NEW_AND_OLD;
import static nl.idcontact.telephony.domain.tck.Keyring.OLD;
import static nl.idcontact.telephony.domain.tck.Keyring.OLD_AND_NEW;
import static nl.idcontact.telephony.domain.tck.Rules.unknownCode;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.port.LinkOutcome.Linked;
import nl.idcontact.telephony.domain.port.SessionStore.CreateOutcome;
import nl.idcontact.telephony.domain.port.SessionStore.ReceiveOutcome;
import org.junit.jupiter.api.Test;

/** The change of keys: instances under older and newer keys share the store. */
interface RotationRules extends Rules {
    @Test
    default void aFlowSurvivesTheChangeAtEveryStep() {
        Scene noon = scene();
        Fingerprint<ResultCode> name = noon.under(OLD).aSession().stored();
        assertThat(noon.under(OLD_AND_NEW).receive("result-1", "jwe")).isEqualTo(ReceiveOutcome.STORED);
        Linked linked = new Linked(name, Scene.PURPOSE, noon.now(), false);
        assertThat(noon.under(NEW_AND_OLD).link("1234", "call")).isEqualTo(linked);
        for (Keyring keys : new Keyring[] {NEW_AND_OLD, OLD_AND_NEW, NEW}) {
            assertThat(noon.under(keys).find("call").orElseThrow().session()).isEqualTo(name);
        }
        assertThat(noon.under(OLD).find("call")).isEmpty();
    }

    @Test
    default void aResultIsKnownAgainUnderAnyKey() {
        Scene noon = scene();
        noon.under(OLD).aSession().withAuthResult("jwe").stored();
        assertThat(noon.under(NEW_AND_OLD).receive("result-1", "jwe")).isEqualTo(ReceiveOutcome.REPEATED);
        assertThat(noon.under(NEW_AND_OLD).receive("result-1", "another")).isEqualTo(ReceiveOutcome.ALREADY_RECEIVED);
        assertThat(noon.under(NEW).receive("result-1", "jwe")).isEqualTo(ReceiveOutcome.UNKNOWN_SESSION);
    }

    @Test
    default void aResultIsAnsweredWithTheNameThatItsSessionHas() {
        Scene noon = scene();
        Fingerprint<ResultCode> name = noon.under(OLD).aSession().stored();
        Scene changed = noon.under(NEW_AND_OLD);
        assertThat(changed.receipt("result-1", "jwe").session()).contains(name);
        assertThat(changed.receipt("result-1", "jwe").session()).contains(name);
        assertThat(changed.receipt("result-1", "another").session()).contains(name);
        assertThat(changed.receipt("result-2", "jwe").session()).isEmpty();
    }

    @Test
    default void theStoredResultIsTheOneSealedForItsSession() {
        Scene noon = scene();
        Fingerprint<ResultCode> name =
                noon.under(OLD).aSession().linkedTo("call").stored();
        noon.under(NEW_AND_OLD).receive("result-1", "jwe");
        assertThat(noon.find("call").orElseThrow().sealedResult().orElseThrow())
                .isEqualTo(Scene.cipherText(name, "jwe"));
    }

    @Test
    default void aCodeIsTakenUnderAnyKey() {
        Scene noon = scene();
        noon.under(OLD).aSession().withCode("1234").stored();
        assertThat(noon.under(NEW_AND_OLD).create("result-2", "1234")).isEqualTo(CreateOutcome.CODE_TAKEN);
        assertThat(noon.under(NEW_AND_OLD).after(TTL).create("result-2", "1234"))
                .isEqualTo(CreateOutcome.CREATED);
        assertThat(noon.under(OLD_AND_NEW).after(TTL).create("result-3", "1234"))
                .isEqualTo(CreateOutcome.CODE_TAKEN);
    }

    @Test
    default void aPairIsKnownAgainUnderAnyKey() {
        Scene noon = scene();
        Fingerprint<ResultCode> name =
                noon.under(OLD_AND_NEW).aSession().linkedTo("call").stored();
        assertThat(noon.under(NEW_AND_OLD).link("1234", "call"))
                .isEqualTo(new Linked(name, Scene.PURPOSE, noon.now(), true));
        assertThat(noon.under(OLD).find("call")).isPresent();
    }

    @Test
    default void aCallHoldsOneSessionUnderAnyKey() {
        Scene noon = scene();
        noon.under(OLD_AND_NEW).aSession().linkedTo("call").stored();
        Scene changed = noon.under(NEW_AND_OLD);
        changed.aSession().withResultCode("result-2").withCode("5678").stored();
        assertThat(changed.link("5678", "call")).isEqualTo(unknownCode(2));

        Scene later = changed.after(TTL);
        later.aSession().withResultCode("result-3").withCode("9012").stored();
        assertThat(later.link("9012", "call")).isInstanceOf(Linked.class);
    }

    @Test
    default void missesCountUnderAnyKey() {
        Scene noon = scene();
        noon.aSession().withCode("1234").stored();
        Duration almost = TTL.minus(A_SECOND);
        assertThat(noon.under(OLD).link("0001", "call")).isEqualTo(unknownCode(2));
        assertThat(noon.under(NEW_AND_OLD).link("0002", "call")).isEqualTo(unknownCode(1));
        Scene later = noon.after(almost);
        assertThat(later.under(OLD_AND_NEW).link("0003", "call")).isEqualTo(unknownCode(0));
        assertThat(later.under(NEW_AND_OLD).link("1234", "call")).isEqualTo(TOO_MANY_ATTEMPTS);
        assertThat(later.after(almost).under(NEW_AND_OLD).link("0004", "call")).isEqualTo(TOO_MANY_ATTEMPTS);
        assertThat(later.after(TTL).under(NEW_AND_OLD).link("0004", "call")).isEqualTo(unknownCode(2));
    }
}
