package nl.idcontact.telephony.domain.usecase;

import static nl.idcontact.telephony.domain.tck.Stage.CALL;
import static nl.idcontact.telephony.domain.tck.Stage.EMAIL;
import static nl.idcontact.telephony.domain.tck.Stage.NOON;
import static nl.idcontact.telephony.domain.tck.Stage.OTHER_CALL;
import static nl.idcontact.telephony.domain.tck.Stage.REPORT_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.idcontact.telephony.domain.SessionSettings;
import nl.idcontact.telephony.domain.model.AttributeRelease;
import nl.idcontact.telephony.domain.model.AttributeRelease.AuthenticationFailed;
import nl.idcontact.telephony.domain.model.AttributeRelease.AwaitingAuthResult;
import nl.idcontact.telephony.domain.model.AttributeRelease.NoSession;
import nl.idcontact.telephony.domain.model.AttributeRelease.Released;
import nl.idcontact.telephony.domain.model.Attributes;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.ReleaseToken;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.tck.ASession;
import nl.idcontact.telephony.domain.tck.Stage;
import org.junit.jupiter.api.Test;

class ReleaseAttributesTest {
    private final Stage stage = new Stage();

    @Test
    void showsWhatWasVerifiedWhenAndWhenTheCallWasLinkedFirst() {
        ASession session = stage.aSession().startedAt(NOON);
        stage.clock().moveTo(NOON.plusSeconds(10));
        session.linkedTo(CALL);
        stage.clock().moveTo(NOON.plusSeconds(20));
        session.withAuthResult(EMAIL).linkedTo(CALL);

        Released released = (Released) session.releasedTo(CALL);

        assertThat(released.attributes()).isEqualTo(EMAIL);
        assertThat(released.authenticatedAt()).contains(NOON.plusSeconds(20));
        assertThat(released.session().linkedAt()).isEqualTo(NOON.plusSeconds(10));
        assertThat(released.session().purpose()).isEqualTo(REPORT_MOVE);
        assertThat(released.session().logoutAvailable()).isTrue();
    }

    @Test
    void aLoginWithoutAnyAttributeIsALoginNevertheless() {
        ASession session =
                stage.aSession().started().withAuthResult(Attributes.NONE).linkedTo(CALL);

        assertThat(session.releasedTo(CALL)).isInstanceOf(Released.class);
    }

    @Test
    void waitsForALoginAndTellsOfOneThatFailed() {
        ASession session = stage.aSession().started().linkedTo(CALL);
        assertThat(session.releasedTo(CALL))
                .isInstanceOfSatisfying(
                        AwaitingAuthResult.class,
                        awaiting ->
                                assertThat(awaiting.session().logoutAvailable()).isFalse());

        session.withFailedLogin();

        assertThat(session.releasedTo(CALL))
                .isInstanceOfSatisfying(
                        AuthenticationFailed.class,
                        failed -> assertThat(failed.session().logoutAvailable()).isTrue());
    }

    @Test
    void everyRefusalIsTheSame() {
        ASession session = stage.aSession().started().withAuthResult(EMAIL).linkedTo(CALL);
        ASession other = stage.aSession().started().withAuthResult(EMAIL).linkedTo(OTHER_CALL);

        assertThat(release(CALL, Optional.empty())).isInstanceOf(NoSession.class);
        assertThat(release(CALL, Optional.of(other.releaseToken()))).isInstanceOf(NoSession.class);
        assertThat(release(new PhoneSessionId("unknown"), Optional.of(session.releaseToken())))
                .isInstanceOf(NoSession.class);
        assertThat(stage.events())
                .filteredOn(SessionEvent.ReleaseRefused.class::isInstance)
                .hasSize(3);
    }

    @Test
    void theTokenOfASessionThatIsGoneIsOfNoUseForTheNextOfTheSameCall() {
        ASession first = stage.aSession().started().linkedTo(CALL);
        ReleaseToken old = first.releaseToken();
        stage.domain().endSession().end(CALL, Optional.of(old));
        stage.aSession().started().withAuthResult(EMAIL).linkedTo(CALL);

        assertThat(release(CALL, Optional.of(old))).isInstanceOf(NoSession.class);
    }

    @Test
    void withoutTokensThePhoneSessionIdAloneReleases() {
        Stage asTheOriginal = new Stage(
                builder -> builder.settings(new SessionSettings(10, 32, SessionSettings.DEFAULT.attempts(), false)));
        asTheOriginal.aSession().started().withAuthResult(EMAIL).linkedTo(CALL);

        ReleaseAttributes release = asTheOriginal.domain().releaseAttributes();

        assertThat(release.release(CALL, Optional.empty())).isInstanceOf(Released.class);
        assertThat(release.release(CALL, Optional.of(new ReleaseToken("any")))).isInstanceOf(Released.class);
        assertThat(release.release(OTHER_CALL, Optional.empty())).isInstanceOf(NoSession.class);
    }

    private AttributeRelease release(PhoneSessionId call, Optional<ReleaseToken> token) {
        return stage.domain().releaseAttributes().release(call, token);
    }
}
