package nl.idcontact.telephony.domain.usecase;

import static nl.idcontact.telephony.domain.tck.Stage.CALL;
import static nl.idcontact.telephony.domain.tck.Stage.EMAIL;
import static nl.idcontact.telephony.domain.tck.Stage.NOON;
import static nl.idcontact.telephony.domain.tck.Stage.SESSION_URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.StoreUnavailable;
import nl.idcontact.telephony.domain.tck.ASession;
import nl.idcontact.telephony.domain.tck.Race;
import nl.idcontact.telephony.domain.tck.Stage;
import org.junit.jupiter.api.Test;

class KeepAliveTest {
    private static final String USER_ACTIVE = "user_active " + SESSION_URL;

    private final Stage stage = new Stage();

    @Test
    void tellsTheAuthPluginAtMostOnceAMinute() {
        ASession session =
                stage.aSession().startedAt(NOON).withAuthResult(EMAIL).linkedTo(CALL);

        for (int second = 0; second <= 150; second += 10) {
            stage.clock().moveTo(NOON.plusSeconds(second));
            assertThat(keepAlive(session)).isTrue();
        }

        assertThat(stage.feedback()).containsExactly(USER_ACTIVE, USER_ACTIVE, USER_ACTIVE);
    }

    @Test
    void ofThoseWhoRaceOneTellsTheAuthPlugin() throws Exception {
        ASession session = stage.aSession().started().withAuthResult(EMAIL).linkedTo(CALL);

        assertThat(Race.of(number -> keepAlive(session))).containsOnly(true);

        assertThat(stage.feedback()).containsExactly(USER_ACTIVE);
    }

    @Test
    void tellsNobodyWhileNobodyHasLoggedIn() {
        ASession session = stage.aSession().started().linkedTo(CALL);

        assertThat(keepAlive(session)).isTrue();

        assertThat(stage.feedback()).isEmpty();
    }

    @Test
    void doesNothingForASessionThatIsGone() {
        ASession session =
                stage.aSession().startedAt(NOON).withAuthResult(EMAIL).linkedTo(CALL);
        stage.clock().advance(Lifetime.DEFAULT.ttl());

        assertThat(keepAlive(session)).isFalse();
        assertThat(stage.feedback()).isEmpty();
    }

    @Test
    void doesNothingWithoutTheRightToken() {
        stage.aSession().started().withAuthResult(EMAIL).linkedTo(CALL);

        assertThat(stage.domain().keepAlive().keepAlive(CALL, Optional.empty())).isFalse();
        assertThat(stage.feedback()).isEmpty();
    }

    @Test
    void tellsNobodyWhatTheStoreCouldNotKeep() {
        ASession session = stage.aSession().started().withAuthResult(EMAIL).linkedTo(CALL);
        stage.storeGoesDown();
        assertThatThrownBy(() -> keepAlive(session)).isInstanceOf(StoreUnavailable.class);
        assertThat(stage.feedback()).isEmpty();

        stage.storeComesBack();
        stage.clock().advance(Duration.ofSeconds(1));

        assertThat(keepAlive(session)).isTrue();
        assertThat(stage.feedback()).containsExactly(USER_ACTIVE);
    }

    private boolean keepAlive(ASession session) {
        return stage.domain().keepAlive().keepAlive(CALL, Optional.of(session.releaseToken()));
    }
}
