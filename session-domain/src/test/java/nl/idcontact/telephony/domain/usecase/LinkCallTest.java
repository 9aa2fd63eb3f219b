package nl.idcontact.telephony.domain.usecase;

import static nl.idcontact.telephony.domain.tck.Stage.CALL;
import static nl.idcontact.telephony.domain.tck.Stage.NOON;
import static nl.idcontact.telephony.domain.tck.Stage.OTHER_CALL;
import static nl.idcontact.telephony.domain.tck.Stage.REPORT_MOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.idcontact.telephony.domain.SessionSettings;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.port.StoreUnavailable;
import nl.idcontact.telephony.domain.tck.ASession;
import nl.idcontact.telephony.domain.tck.Race;
import nl.idcontact.telephony.domain.tck.Stage;
import org.junit.jupiter.api.Test;

class LinkCallTest {
    private static final DtmfCode WRONG = new DtmfCode("1");
    private static final LinkResult NO_MORE = new LinkResult.TooManyAttempts(Optional.empty());

    private final Stage stage = new Stage();

    @Test
    void aRepeatGivesATokenThatWorksJustAsWell() {
        ASession session = stage.aSession().started().linkedTo(CALL);
        LinkResult first = new LinkResult.Linked(REPORT_MOVE, session.releaseToken());

        stage.clock().advance(Duration.ofMinutes(1));

        assertThat(link(stage, session.code(), CALL)).isEqualTo(first);
    }

    @Test
    void eachWrongCodeLeavesOneAttemptLessUntilNoneIsLeft() {
        ASession session = stage.aSession().started();

        assertThat(IntStream.range(0, 3).mapToObj(i -> link(stage, WRONG, CALL)))
                .containsExactly(unknown(2), unknown(1), unknown(0));
        assertThat(link(stage, WRONG, CALL)).isEqualTo(NO_MORE);
        assertThat(link(stage, session.code(), CALL)).isEqualTo(NO_MORE);
        session.linkedTo(OTHER_CALL);
    }

    @Test
    void aCallThatUsedUpItsAttemptsIsRefusedEvenItsOwnSession() {
        ASession session = stage.aSession().started().linkedTo(CALL);
        IntStream.range(0, 3).forEach(i -> link(stage, WRONG, CALL));

        assertThat(link(stage, session.code(), CALL)).isEqualTo(NO_MORE);
    }

    @Test
    void attemptsAreForgottenOneTtlAfterTheLast() {
        IntStream.range(0, 3).forEach(i -> link(stage, WRONG, CALL));

        stage.clock().advance(Lifetime.DEFAULT.ttl().minusMillis(1));
        assertThat(link(stage, WRONG, CALL)).isEqualTo(NO_MORE);
        stage.clock().advance(Duration.ofMillis(1));
        assertThat(link(stage, WRONG, CALL)).isEqualTo(unknown(2));
    }

    @Test
    void codesOfEverySortOfMissAreUnknownAlike() {
        ASession ofAnotherCall = stage.aSession().startedAt(NOON).linkedTo(OTHER_CALL);
        ASession mine = stage.aSession().startedAt(NOON.plusSeconds(60)).linkedTo(CALL);
        ASession second = stage.aSession().started();

        assertThat(link(stage, ofAnotherCall.code(), CALL)).isEqualTo(unknown(2));
        assertThat(link(stage, second.code(), CALL)).isEqualTo(unknown(1));
        stage.clock().moveTo(NOON.plus(Lifetime.DEFAULT.ttl()));
        assertThat(link(stage, ofAnotherCall.code(), CALL)).isEqualTo(unknown(0));
        assertThat(mine.releasedTo(CALL)).isNotNull();
    }

    @Test
    void wrongCodesOfAllCallsTogetherAreLimitedInAMinute() {
        Stage limited =
                new Stage(builder -> builder.settings(new SessionSettings(10, 32, new AttemptLimits(3, 2), true)));
        ASession session = limited.aSession().startedAt(NOON);
        link(limited, WRONG, CALL);
        limited.clock().moveTo(NOON.plusSeconds(20));
        link(limited, WRONG, OTHER_CALL);

        limited.clock().moveTo(NOON.plusSeconds(45));
        PhoneSessionId third = new PhoneSessionId("third");
        assertThat(link(limited, session.code(), third))
                .isEqualTo(new LinkResult.TooManyAttempts(Optional.of(Duration.ofSeconds(15))));

        limited.clock().moveTo(NOON.plusSeconds(60));
        session.linkedTo(third);
    }

    @Test
    void missesThatRaceAreCountedOneByOne() throws Exception {
        List<LinkResult> results = Race.of(number -> link(stage, WRONG, CALL));

        assertThat(results).filteredOn(NO_MORE::equals).hasSize(Race.RUNNERS - 3);
        assertThat(results).contains(unknown(2), unknown(1), unknown(0));
    }

    @Test
    void tellsHowLongTheResidentTook() {
        ASession session = stage.aSession().startedAt(NOON);
        stage.clock().advance(Duration.ofSeconds(90));
        session.linkedTo(CALL).linkedTo(CALL);

        assertThat(stage.events())
                .filteredOn(SessionEvent.Linked.class::isInstance)
                .map(SessionEvent.Linked.class::cast)
                .allMatch(linked -> linked.sinceStart().equals(Duration.ofSeconds(90)))
                .extracting(SessionEvent.Linked::repeated)
                .containsExactly(false, true);
    }

    @Test
    void nothingIsCountedWhileTheStoreIsDown() {
        ASession session = stage.aSession().started();
        int happened = stage.events().size();
        stage.storeGoesDown();
        assertThatThrownBy(() -> link(stage, WRONG, CALL)).isInstanceOf(StoreUnavailable.class);
        assertThat(stage.events()).hasSize(happened);

        stage.storeComesBack();

        assertThat(link(stage, WRONG, CALL)).isEqualTo(unknown(2));
        session.linkedTo(CALL);
    }

    private static LinkResult link(Stage stage, DtmfCode code, PhoneSessionId call) {
        return stage.domain().linkCall().link(code, call);
    }

    private static LinkResult unknown(int attemptsLeft) {
        return new LinkResult.UnknownCode(attemptsLeft);
    }
}
