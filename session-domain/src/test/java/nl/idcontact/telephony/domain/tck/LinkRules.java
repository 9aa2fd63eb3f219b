package nl.idcontact.telephony.domain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.port.LinkOutcome;
import nl.idcontact.telephony.domain.port.LinkOutcome.Linked;
import nl.idcontact.telephony.domain.port.StoredSession;
import org.junit.jupiter.api.Test;

/** The tie between a call and a session. */
interface LinkRules extends Rules {
    @Test
    default void theSamePairMayBeLinkedAgain() {
        Scene noon = scene();
        Fingerprint<ResultCode> name =
                noon.aSession().withCode("1234").linkedTo("call").stored();
        LinkOutcome again = new Linked(name, Scene.PURPOSE, noon.now(), true);
        assertThat(noon.link("1234", "call")).isEqualTo(again);
        Scene later = noon.after(A_SECOND);
        assertThat(later.link("1234", "call")).isEqualTo(again);

        StoredSession session = later.find("call").orElseThrow();
        assertThat(session.linkedAt()).isEqualTo(noon.now());
        assertThat(session.lastActivity()).isEqualTo(later.now());
        assertThat(session.expiresAt()).isEqualTo(later.now().plus(TTL));
    }

    @Test
    default void aCodeThatNeverWasIsUnknown() {
        assertThat(scene().link("1234", "call")).isEqualTo(Rules.unknownCode(2));
        assertThat(scene().find("call")).isEmpty();
    }

    @Test
    default void aCodeThatAnotherCallHoldsIsUnknown() {
        Scene noon = scene();
        noon.aSession().withCode("1234").linkedTo("call").stored();
        Scene later = noon.after(A_SECOND);
        assertThat(later.link("1234", "other call")).isEqualTo(Rules.unknownCode(2));
        assertThat(later.find("other call")).isEmpty();
        assertThat(later.find("call").orElseThrow().lastActivity()).isEqualTo(noon.now());
    }

    @Test
    default void aCallThatHoldsASessionGetsNoOther() {
        Scene noon = scene();
        Fingerprint<ResultCode> first = noon.aSession().linkedTo("call").stored();
        noon.aSession().withResultCode("result-2").withCode("5678").stored();
        assertThat(noon.link("5678", "call")).isEqualTo(Rules.unknownCode(2));
        assertThat(noon.find("call").orElseThrow().session()).isEqualTo(first);
        assertThat(noon.link("5678", "other call")).isInstanceOf(Linked.class);
    }

    @Test
    default void anExpiredSessionsCodeIsUnknown() {
        Scene noon = scene();
        noon.aSession().withCode("1234").stored();
        assertThat(noon.after(TTL).link("1234", "call")).isEqualTo(Rules.unknownCode(2));
    }

    @Test
    default void anExpiredLinkIsUnknownEvenToItsOwnCall() {
        Scene noon = scene();
        noon.aSession().withCode("1234").linkedTo("call").stored();
        assertThat(noon.after(TTL).link("1234", "call")).isEqualTo(Rules.unknownCode(2));
    }

    @Test
    default void aCallIsFreeOnceItsSessionHasExpiredPurgedOrNot() {
        Scene noon = scene();
        noon.aSession().linkedTo("call").stored();
        Scene later = noon.after(TTL);
        Fingerprint<ResultCode> second =
                later.aSession().withResultCode("result-2").withCode("5678").stored();
        assertThat(later.link("5678", "call")).isEqualTo(new Linked(second, Scene.PURPOSE, later.now(), false));
        assertThat(later.find("call").orElseThrow().session()).isEqualTo(second);
    }

    @Test
    default void aCallIsFreeOnceItsSessionHasEnded() {
        Scene noon = scene();
        noon.aSession().linkedTo("call").stored();
        noon.end("result-1");
        Fingerprint<ResultCode> second = noon.aSession()
                .withResultCode("result-2")
                .withCode("5678")
                .linkedTo("call")
                .stored();
        assertThat(noon.find("call").orElseThrow().session()).isEqualTo(second);
    }

    @Test
    default void findChangesNothing() {
        Scene noon = scene();
        noon.aSession().withAuthResult("jwe").linkedTo("call").stored();
        StoredSession first = noon.after(A_SECOND).find("call").orElseThrow();
        StoredSession second = noon.after(TTL.minus(A_SECOND)).find("call").orElseThrow();
        assertThat(first).usingRecursiveComparison().isEqualTo(second);
        assertThat(noon.after(TTL).find("call")).isEmpty();
    }

    @Test
    default void anUnknownCallHasNoSession() {
        scene().aSession().linkedTo("call").stored();
        assertThat(scene().find("other call")).isEmpty();
    }
}
