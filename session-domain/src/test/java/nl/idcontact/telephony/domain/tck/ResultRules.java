package nl.idcontact.telephony.domain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import nl.idcontact.telephony.domain.port.SessionStore.ReceiveOutcome;
import nl.idcontact.telephony.domain.port.StoredSession;
import org.junit.jupiter.api.Test;

/** The arrival of an auth result. */
interface ResultRules extends Rules {
    @Test
    default void theFirstResultIsStoredAndRenewsTheSession() {
        Scene noon = scene();
        noon.aSession().linkedTo("call").stored();
        Scene later = noon.after(A_SECOND);
        assertThat(later.receive("result-1", "jwe")).isEqualTo(ReceiveOutcome.STORED);

        StoredSession session = later.find("call").orElseThrow();
        assertThat(session.sealedResult().orElseThrow()).isEqualTo(Scene.cipherText(noon.name("result-1"), "jwe"));
        assertThat(session.lastActivity()).isEqualTo(later.now());
        assertThat(session.expiresAt()).isEqualTo(later.now().plus(TTL));
        assertThat(session.linkedAt()).isEqualTo(noon.now());
    }

    @Test
    default void theSameTokenAgainChangesNothing() {
        Scene noon = scene();
        noon.aSession().withAuthResult("jwe").linkedTo("call").stored();
        Scene later = noon.after(A_SECOND);
        assertThat(later.receive("result-1", "jwe")).isEqualTo(ReceiveOutcome.REPEATED);
        assertThat(later.receive("result-1", "jwe")).isEqualTo(ReceiveOutcome.REPEATED);
        assertThat(later.find("call").orElseThrow().lastActivity()).isEqualTo(noon.now());
    }

    @Test
    default void anotherTokenIsRefusedAndChangesNothing() {
        Scene noon = scene();
        noon.aSession().withAuthResult("jwe").linkedTo("call").stored();
        Scene later = noon.after(A_SECOND);
        assertThat(later.receive("result-1", "another")).isEqualTo(ReceiveOutcome.ALREADY_RECEIVED);

        StoredSession session = later.find("call").orElseThrow();
        assertThat(session.sealedResult().orElseThrow()).isEqualTo(Scene.cipherText(noon.name("result-1"), "jwe"));
        assertThat(session.lastActivity()).isEqualTo(noon.now());
    }

    @Test
    default void aResultForNoSessionIsNotStored() {
        Scene noon = scene();
        assertThat(noon.receive("result-1", "jwe")).isEqualTo(ReceiveOutcome.UNKNOWN_SESSION);
        noon.aSession().stored();
        assertThat(noon.receive("result-2", "jwe")).isEqualTo(ReceiveOutcome.UNKNOWN_SESSION);
        assertThat(noon.receive("result-1", "jwe")).isEqualTo(ReceiveOutcome.STORED);
    }

    @Test
    default void aResultForAnExpiredSessionIsNotStored() {
        Scene noon = scene();
        noon.aSession().stored();
        assertThat(noon.after(TTL).receive("result-1", "jwe")).isEqualTo(ReceiveOutcome.UNKNOWN_SESSION);
        assertThat(noon.after(TTL.minus(A_MICROSECOND)).receive("result-1", "jwe"))
                .isEqualTo(ReceiveOutcome.STORED);
    }

    @Test
    default void aRepeatForAnExpiredSessionIsUnknown() {
        Scene noon = scene();
        noon.aSession().withAuthResult("jwe").stored();
        assertThat(noon.after(TTL).receive("result-1", "jwe")).isEqualTo(ReceiveOutcome.UNKNOWN_SESSION);
        assertThat(noon.after(TTL).receive("result-1", "another")).isEqualTo(ReceiveOutcome.UNKNOWN_SESSION);
    }

    @Test
    default void oneTokenMayServeSeveralSessions() {
        Scene noon = scene();
        noon.aSession().withAuthResult("jwe").stored();
        noon.aSession()
                .withResultCode("result-2")
                .withCode("5678")
                .withAuthResult("jwe")
                .stored();
        assertThat(noon.receive("result-2", "jwe")).isEqualTo(ReceiveOutcome.REPEATED);
    }
}
