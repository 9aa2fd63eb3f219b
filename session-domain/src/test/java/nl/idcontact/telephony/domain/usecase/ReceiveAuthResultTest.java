package nl.idcontact.telephony.domain.usecase;

import static nl.idcontact.telephony.domain.tck.Stage.CALL;
import static nl.idcontact.telephony.domain.tck.Stage.EMAIL;
import static nl.idcontact.telephony.domain.tck.Stage.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.AttributeRelease.AuthenticationFailed;
import nl.idcontact.telephony.domain.model.AttributeRelease.Released;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.AuthResult.Status;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.tck.ASession;
import nl.idcontact.telephony.domain.tck.Race;
import nl.idcontact.telephony.domain.tck.Stage;
import nl.idcontact.telephony.domain.usecase.ReceiveAuthResult.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiveAuthResultTest {
    private static final AuthResultToken MADE_UP = new AuthResultToken("made up");

    private final Stage stage = new Stage();

    @Test
    void theSameTokenIsAcceptedAsOftenAsItComes() {
        ASession session = stage.aSession().started().withAuthResult(EMAIL);

        assertThat(Collections.nCopies(3, session.authResultToken()))
                .allMatch(token -> session.receive(token) == Result.ACCEPTED);
        assertThat(session.receive(
                        new AuthResultToken(" \r\n" + session.authResultToken().compact() + "\n")))
                .isEqualTo(Result.ACCEPTED);
    }

    @Test
    void anotherTokenIsRefusedEvenIfItSaysTheSame() {
        ASession session = stage.aSession().started().withAuthResult(EMAIL);

        assertThat(session.receive(aToken())).isEqualTo(Result.ALREADY_RECEIVED);
    }

    @Test
    void aFailedLoginIsFinal() {
        ASession session = stage.aSession().started().withFailedLogin().linkedTo(CALL);

        assertThat(session.receive(aToken())).isEqualTo(Result.ALREADY_RECEIVED);
        assertThat(session.releasedTo(CALL)).isInstanceOf(AuthenticationFailed.class);
    }

    @Test
    void aTokenThatCannotBeBelievedUsesNothingUp() {
        ASession session = stage.aSession().started();

        assertThat(session.receive(MADE_UP)).isEqualTo(Result.INVALID_AUTH_RESULT);
        assertThat(session.withAuthResult(EMAIL).linkedTo(CALL).releasedTo(CALL))
                .isInstanceOf(Released.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789", "no/such%20code", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Zoë"})
    void whoCannotMakeATokenLearnsNothingAboutCodes(String resultCode) {
        ReceiveAuthResult receive = stage.domain().receiveAuthResult();

        assertThat(receive.receive(resultCode, MADE_UP)).isEqualTo(Result.INVALID_AUTH_RESULT);
        assertThat(receive.receive(resultCode, aToken())).isEqualTo(Result.UNKNOWN_SESSION);
    }

    @Test
    void anExpiredSessionExpectsNothing() {
        ASession session = stage.aSession().startedAt(NOON);
        stage.clock().moveTo(NOON.plus(Lifetime.DEFAULT.ttl()));

        assertThat(session.receive(aToken())).isEqualTo(Result.UNKNOWN_SESSION);
    }

    @Test
    void ofTokensRacingForOneSessionExactlyOneIsAccepted() throws Exception {
        ASession session = stage.aSession().started();

        List<Result> results = Race.of(number -> session.receive(aToken()));

        assertThat(results).containsOnlyOnce(Result.ACCEPTED);
        assertThat(Collections.frequency(results, Result.ALREADY_RECEIVED)).isEqualTo(Race.RUNNERS - 1);
    }

    private AuthResultToken aToken() {
        return stage.authPlugin()
                .issue(new AuthResult(Status.SUCCESS, EMAIL, Optional.of(NOON), Optional.of(Stage.SESSION_URL)));
    }
}
