package nl.idcontact.telephony.domain.usecase;

import static nl.idcontact.telephony.domain.tck.Stage.CALL;
import static nl.idcontact.telephony.domain.tck.Stage.EMAIL;
import static nl.idcontact.telephony.domain.tck.Stage.NOON;
import static nl.idcontact.telephony.domain.tck.Stage.OTHER_CALL;
import static nl.idcontact.telephony.domain.tck.Stage.REPORT_MOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import nl.idcontact.telephony.domain.SessionSettings;
import nl.idcontact.telephony.domain.inmemory.InMemorySessionStore;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.AttributeRelease.Released;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.port.StoreUnavailable;
import nl.idcontact.telephony.domain.tck.ASession;
import nl.idcontact.telephony.domain.tck.Stage;
import org.junit.jupiter.api.Test;

class StartSessionTest {
    /** Draws sevens for ever. */
    private static final RandomGenerator STUCK = new Random(7) {
        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, (byte) 7);
        }
    };

    private final Stage stage = new Stage();

    @Test
    void givesOutCodesOfTheLengthsInTheSettings() {
        SessionSettings settings = new SessionSettings(6, 22, new AttemptLimits(3, 0), true);

        ASession session =
                new Stage(builder -> builder.settings(settings)).aSession().started();

        assertThat(session.code().digits()).hasSize(6);
        assertThat(session.resultCode().value()).hasSize(22);
    }

    @Test
    void noTwoLiveSessionsHaveOneCode() {
        List<DtmfCode> codes = Stream.generate(() -> stage.aSession().started().code())
                .limit(1000)
                .toList();

        assertThat(codes).doesNotHaveDuplicates();
    }

    @Test
    void givesUpWhenNoFreeCodeIsFoundAndLeavesNothingBehind() {
        Stage stuck = new Stage(builder -> builder.random(STUCK));
        ASession first = stuck.aSession().started().withAuthResult(EMAIL);
        int happened = stuck.events().size();

        assertThatThrownBy(() -> stuck.aSession().started())
                .isInstanceOf(CodesExhausted.class)
                .hasMessageNotContaining("7777777777");

        assertThat(stuck.events()).hasSize(happened);
        assertThat(first.linkedTo(CALL).releasedTo(CALL)).isInstanceOf(Released.class);
    }

    @Test
    void aCodeIsFreeAgainWhenItsSessionHasExpired() {
        Stage stuck = new Stage(builder -> builder.random(STUCK));
        ASession first = stuck.aSession().startedAt(NOON).linkedTo(CALL);

        ASession second = stuck.aSession().startedAt(NOON.plus(Lifetime.DEFAULT.ttl()));

        assertThat(second.code()).isEqualTo(first.code());
        second.linkedTo(OTHER_CALL);
    }

    @Test
    void aCodeIsFreeAgainWhenItsSessionWasEnded() {
        Stage stuck = new Stage(builder -> builder.random(STUCK));
        ASession first = stuck.aSession().started().linkedTo(CALL);
        stuck.domain().endSession().end(CALL, Optional.of(first.releaseToken()));

        assertThat(stuck.aSession().started().linkedTo(CALL).code()).isEqualTo(first.code());
    }

    @Test
    void takesTheAuthResultOfAResidentWhoHasLoggedInBefore() {
        ASession session = stage.aSession().startedAfterLogin(EMAIL).linkedTo(CALL);

        assertThat(session.releasedTo(CALL))
                .isInstanceOfSatisfying(
                        Released.class,
                        released -> assertThat(released.attributes()).isEqualTo(EMAIL));
    }

    @Test
    void anAuthResultThatCannotBeBelievedStartsNothing() {
        InMemorySessionStore store = new InMemorySessionStore(Lifetime.DEFAULT);
        Stage watched = new Stage(builder -> builder.store(store));

        StartResult result =
                watched.domain().startSession().start(REPORT_MOVE, Optional.of(new AuthResultToken("made up")));

        assertThat(result).isEqualTo(StartResult.InvalidAuthResult.INVALID_AUTH_RESULT);
        assertThat(store.oldestStart()).isEmpty();
        assertThat(watched.events()).containsExactly(new SessionEvent.AuthResultRefused(Refusal.UNDECRYPTABLE));
    }

    @Test
    void nothingHasHappenedWhileTheStoreIsDown() {
        stage.storeGoesDown();

        assertThatThrownBy(() -> stage.aSession().started()).isInstanceOf(StoreUnavailable.class);

        assertThat(stage.events()).isEmpty();
    }
}
