package nl.idcontact.telephony.domain.tck;

import static nl.idcontact.telephony.domain.tck.Stage.CALL;
import static nl.idcontact.telephony.domain.tck.Stage.EMAIL;
import static nl.idcontact.telephony.domain.tck.Stage.NOON;
import static nl.idcontact.telephony.domain.tck.Stage.OTHER_CALL;
import static nl.idcontact.telephony.domain.tck.Stage.REPORT_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.model.AttributeRelease;
import nl.idcontact.telephony.domain.model.AttributeRelease.AwaitingAuthResult;
import nl.idcontact.telephony.domain.model.AttributeRelease.NoSession;
import nl.idcontact.telephony.domain.model.AttributeRelease.Released;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.ReleaseToken;
import nl.idcontact.telephony.domain.tck.TelephonySide.Handover;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every telephony side must keep to. Extend it, and give it yours, wired to the domain that it is handed. */
public abstract class TelephonySideContract {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Stage stage = new Stage();
    private TelephonySide side;

    /** The telephony side under test, ready for calls and using {@code domain}; a new one for each test. */
    protected abstract TelephonySide telephonySide(SessionDomain domain) throws Exception;

    @BeforeEach
    void open() throws Exception {
        side = telephonySide(stage.domain());
    }

    @AfterEach
    void close() throws Exception {
        side.close();
    }

    @Test
    void handsOverPurposeAndWorkingTokenWhenTheLoginCameFirst() throws Exception {
        ASession session = stage.aSession().startedAt(NOON).withAuthResult(EMAIL);

        Handover handover = linked(CALL, session);

        assertThat(handover.purpose()).isEqualTo(REPORT_MOVE);
        assertThat(seen(CALL, handover))
                .isInstanceOfSatisfying(
                        Released.class,
                        released -> assertThat(released.attributes()).isEqualTo(EMAIL));
    }

    @Test
    void theSameTokenWorksWhenTheLoginComesAfterTheCall() throws Exception {
        ASession session = stage.aSession().startedAt(NOON);
        Handover handover = linked(CALL, session);
        assertThat(seen(CALL, handover)).isInstanceOf(AwaitingAuthResult.class);

        session.withAuthResult(EMAIL);

        assertThat(seen(CALL, handover)).isInstanceOf(Released.class);
    }

    @Test
    void theTokenIsOfNoUseForAnotherCall() throws Exception {
        Handover one = linked(CALL, stage.aSession().started().withAuthResult(EMAIL));
        Handover other = linked(OTHER_CALL, stage.aSession().started().withAuthResult(EMAIL));

        assertThat(seen(OTHER_CALL, one)).isInstanceOf(NoSession.class);
        assertThat(seen(CALL, other)).isInstanceOf(NoSession.class);
    }

    @Test
    void ofCallsRacingForOneCodeExactlyOneIsLinked() throws Exception {
        ASession session = stage.aSession().started().withAuthResult(EMAIL);

        List<Optional<Handover>> handovers =
                Race.of(number -> call(new PhoneSessionId("racing-" + number), code(session)));

        assertThat(handovers.stream().flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void aCodeIsOfNoUseToTheNextCall() throws Exception {
        ASession session = stage.aSession().started().withAuthResult(EMAIL);
        Handover first = linked(CALL, session);

        assertThat(call(OTHER_CALL, code(session))).isEmpty();
        assertThat(seen(CALL, first)).isInstanceOf(Released.class);
    }

    @Test
    void theSameCallMayKeyInItsCodeAgainEvenManyTimesAtOnce() throws Exception {
        ASession session = stage.aSession().started().withAuthResult(EMAIL);

        List<Optional<Handover>> handovers = Race.of(number -> call(CALL, code(session)));

        assertThat(handovers)
                .allSatisfy(handover ->
                        assertThat(seen(CALL, handover.orElseThrow())).isInstanceOf(Released.class));
    }

    @Test
    void aCallThatHasASessionGetsNoSecondOne() throws Exception {
        ASession first = stage.aSession().started();
        ASession second = stage.aSession().started();
        linked(CALL, first);

        assertThat(call(CALL, code(second))).isEmpty();
        assertThat(call(OTHER_CALL, code(second))).isPresent();
    }

    @Test
    void afterThreeWrongCodesTheRightOneIsRefusedToThatCallAndToNoOther() throws Exception {
        ASession session = stage.aSession().started();
        for (int i = 0; i < 3; i++) {
            assertThat(call(CALL, wrongCode(session))).isEmpty();
        }

        assertThat(call(CALL, code(session))).isEmpty();
        assertThat(call(OTHER_CALL, code(session))).isPresent();
    }

    @Test
    void aCallCannotGuessOnAndOn() throws Exception {
        ASession session = stage.aSession().started();
        String wrong = wrongCode(session);

        assertThat(side.call(CALL, List.of(wrong, wrong, wrong, code(session)))).isEmpty();
    }

    @Test
    void keyingInNothingUsesUpNoAttempt() throws Exception {
        ASession session = stage.aSession().started();
        for (int i = 0; i < 5; i++) {
            assertThat(side.call(CALL, Collections.nCopies(i, ""))).isEmpty();
        }

        assertThat(call(CALL, code(session))).isPresent();
    }

    @Test
    void whatIsNoCodeLinksNothingAndBreaksNothing() throws Exception {
        ASession session = stage.aSession().started();

        assertThat(call(CALL, "*")).isEmpty();
        assertThat(call(OTHER_CALL, "7".repeat(300))).isEmpty();
        assertThat(call(CALL, code(session))).isPresent();
    }

    @Test
    void anExpiredCodeLinksNothing() throws Exception {
        ASession inTime = stage.aSession().startedAt(NOON);
        ASession tooLate = stage.aSession().startedAt(NOON);

        stage.clock().moveTo(NOON.plus(Lifetime.DEFAULT.ttl()).minus(MOMENT));
        assertThat(call(CALL, code(inTime))).isPresent();
        stage.clock().advance(MOMENT);
        assertThat(call(OTHER_CALL, code(tooLate))).isEmpty();
    }

    @Test
    void theTokenEndsWithTheSession() throws Exception {
        Handover handover = linked(CALL, stage.aSession().startedAt(NOON).withAuthResult(EMAIL));

        stage.clock().moveTo(NOON.plus(Lifetime.DEFAULT.ttl()));

        assertThat(seen(CALL, handover)).isInstanceOf(NoSession.class);
    }

    @Test
    void afterTheLogoutNothingIsLeft() throws Exception {
        ASession session = stage.aSession().started().withAuthResult(EMAIL);
        Handover handover = linked(CALL, session);

        assertThat(stage.domain().endSession().end(CALL, token(handover))).isTrue();

        assertThat(seen(CALL, handover)).isInstanceOf(NoSession.class);
        assertThat(call(CALL, code(session))).isEmpty();
        assertThat(call(OTHER_CALL, code(session))).isEmpty();
    }

    @Test
    void whileTheStoreIsDownNothingIsHandedOverAndNothingIsUsedUp() throws Exception {
        ASession session = stage.aSession().started();
        stage.storeGoesDown();
        for (int i = 0; i < 4; i++) {
            assertThat(callThatMayFail(CALL, code(session))).isEmpty();
        }

        stage.storeComesBack();

        assertThat(call(CALL, code(session))).isPresent();
    }

    private Handover linked(PhoneSessionId call, ASession session) throws Exception {
        return call(call, code(session)).orElseThrow(() -> new AssertionError("The call was not linked"));
    }

    private Optional<Handover> call(PhoneSessionId call, String keyedIn) throws Exception {
        return side.call(call, List.of(keyedIn));
    }

    private Optional<Handover> callThatMayFail(PhoneSessionId call, String keyedIn) {
        try {
            return call(call, keyedIn);
        } catch (Exception failed) {
            return Optional.empty();
        }
    }

    private AttributeRelease seen(PhoneSessionId call, Handover handover) {
        return stage.domain().releaseAttributes().release(call, token(handover));
    }

    private static Optional<ReleaseToken> token(Handover handover) {
        return Optional.of(handover.releaseToken());
    }

    private static String code(ASession session) {
        return session.code().digits();
    }

    private static String wrongCode(ASession session) {
        return code(session)
                .chars()
                .map(digit -> '9' - digit + '0')
                .collect(StringBuilder::new, (code, digit) -> code.append((char) digit), StringBuilder::append)
                .toString();
    }
}
