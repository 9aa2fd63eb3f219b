package nl.idcontact.telephony.domain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.port.LinkOutcome.Linked;
import nl.idcontact.telephony.domain.port.SessionStore.CreateOutcome;
import nl.idcontact.telephony.domain.port.SessionStore.ReceiveOutcome;
import nl.idcontact.telephony.domain.port.StoredSession;
import org.junit.jupiter.api.Test;

/** The start of a session. */
interface StartRules extends Rules {
    @Test
    default void aNewSessionIsStoredAsGiven() {
        Scene noon = scene();
        assertThat(noon.create("result-1", "1234")).isEqualTo(CreateOutcome.CREATED);

        Fingerprint<ResultCode> name = noon.name("result-1");
        Scene later = noon.after(A_SECOND);
        assertThat(later.link("1234", "call")).isEqualTo(new Linked(name, Scene.PURPOSE, noon.now(), false));
        StoredSession found = later.find("call").orElseThrow();
        assertThat(found)
                .isEqualTo(new StoredSession(
                        name,
                        found.version(),
                        Scene.PURPOSE,
                        Optional.empty(),
                        later.now(),
                        later.now(),
                        later.now().plus(TTL)));
    }

    @Test
    default void aSessionMayStartWithItsResult() {
        Scene noon = scene();
        assertThat(noon.create("result-1", "1234", Optional.of("jwe"))).isEqualTo(CreateOutcome.CREATED);
        noon.link("1234", "call");

        assertThat(noon.find("call").orElseThrow().sealedResult().orElseThrow())
                .isEqualTo(Scene.cipherText(noon.name("result-1"), "jwe"));
        assertThat(noon.receive("result-1", "jwe")).isEqualTo(ReceiveOutcome.REPEATED);
        assertThat(noon.receive("result-1", "another")).isEqualTo(ReceiveOutcome.ALREADY_RECEIVED);
    }

    @Test
    default void aCodeOfALiveSessionIsTakenAndNothingIsStored() {
        Scene noon = scene();
        Fingerprint<ResultCode> first = noon.aSession().withCode("1234").stored();

        assertThat(noon.create("result-2", "1234")).isEqualTo(CreateOutcome.CODE_TAKEN);
        assertThat(noon.receive("result-2", "jwe")).isEqualTo(ReceiveOutcome.UNKNOWN_SESSION);
        assertThat(noon.link("1234", "call")).isEqualTo(new Linked(first, Scene.PURPOSE, noon.now(), false));
    }

    @Test
    default void aLinkedSessionsCodeIsTakenToo() {
        Scene noon = scene();
        noon.aSession().withCode("1234").withAuthResult("jwe").linkedTo("call").stored();
        assertThat(noon.create("result-2", "1234")).isEqualTo(CreateOutcome.CODE_TAKEN);
    }

    @Test
    default void aCodeIsFreeOnceItsSessionHasEnded() {
        Scene noon = scene();
        noon.aSession().withCode("1234").stored();
        noon.end("result-1");
        assertThat(noon.create("result-2", "1234")).isEqualTo(CreateOutcome.CREATED);
    }

    @Test
    default void aCodeIsFreeOnceItsSessionHasExpiredPurgedOrNot() {
        Scene noon = scene();
        noon.aSession().withCode("1234").withAuthResult("jwe").linkedTo("call").stored();
        Scene later = noon.after(TTL);
        assertThat(later.create("result-2", "1234")).isEqualTo(CreateOutcome.CREATED);

        assertThat(later.find("call")).isEmpty();
        assertThat(later.link("1234", "other call"))
                .isEqualTo(new Linked(later.name("result-2"), Scene.PURPOSE, later.now(), false));
        assertThat(later.find("other call").orElseThrow().sealedResult()).isEmpty();
        assertThat(later.receive("result-1", "jwe")).isEqualTo(ReceiveOutcome.UNKNOWN_SESSION);
        assertThat(later.receive("result-2", "jwe")).isEqualTo(ReceiveOutcome.STORED);
    }

    @Test
    default void theOldestStartIsThatOfTheOldestStoredSession() {
        Scene noon = scene();
        assertThat(noon.store().oldestStart()).isEmpty();
        noon.aSession().stored();
        noon.after(A_SECOND)
                .aSession()
                .withResultCode("result-2")
                .withCode("5678")
                .stored();
        assertThat(noon.store().oldestStart()).contains(noon.now());

        noon.after(TTL).purge(10);
        assertThat(noon.store().oldestStart()).contains(noon.now().plus(A_SECOND));
        noon.after(TTL.plus(A_SECOND)).purge(10);
        assertThat(noon.store().oldestStart()).isEmpty();
    }
}
