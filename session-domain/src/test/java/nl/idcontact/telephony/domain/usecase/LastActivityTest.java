package nl.idcontact.telephony.domain.usecase;

import static nl.idcontact.telephony.domain.tck.Stage.CALL;
import static nl.idcontact.telephony.domain.tck.Stage.EMAIL;
import static nl.idcontact.telephony.domain.tck.Stage.NOON;
import static nl.idcontact.telephony.domain.tck.Stage.OTHER_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.model.AttributeRelease.NoSession;
import nl.idcontact.telephony.domain.model.AttributeRelease.Released;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.model.ReleaseToken;
import nl.idcontact.telephony.domain.tck.ASession;
import nl.idcontact.telephony.domain.tck.Stage;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LastActivityTest {
    private static final Optional<ReleaseToken> WRONG_TOKEN = Optional.of(new ReleaseToken("wrong"));
    private static final Duration MOMENT = Duration.ofNanos(1);
    private static final Instant LATER = NOON.plus(Duration.ofMinutes(40));

    private final Stage stage = new Stage();

    static Stream<Named<Consumer<Act>>> renewing() {
        return Stream.of(
                Named.of("an accepted result", act -> act.session.withAuthResult(EMAIL)),
                Named.of("a link", act -> act.session.linkedTo(CALL)),
                Named.of("a repeated link", act -> act.linked().linkedTo(CALL)),
                Named.of(
                        "activity",
                        act -> assertThat(act.domain()
                                        .keepAlive()
                                        .keepAlive(
                                                CALL, Optional.of(act.linked().releaseToken())))
                                .isTrue()));
    }

    @ParameterizedTest
    @MethodSource("renewing")
    void isRenewedBy(Consumer<Act> activity) {
        Act act = new Act(stage, stage.aSession().startedAt(NOON));
        activity.accept(act.laterOn());

        stage.clock().moveTo(LATER.plus(Lifetime.DEFAULT.ttl()).minus(MOMENT));

        act.session.linkedTo(CALL);
    }

    static Stream<Named<Consumer<Act>>> notRenewing() {
        return Stream.of(
                Named.of(
                        "a release",
                        act -> assertThat(act.session.releasedTo(CALL)).isInstanceOf(Released.class)),
                Named.of(
                        "a refused release",
                        act -> act.domain().releaseAttributes().release(CALL, WRONG_TOKEN)),
                Named.of("a follower", act -> act.domain().followSessions().changes(List.of(act.page()))),
                Named.of(
                        "activity with a wrong token",
                        act -> act.domain().keepAlive().keepAlive(CALL, WRONG_TOKEN)),
                Named.of(
                        "a logout with a wrong token",
                        act -> act.domain().endSession().end(CALL, WRONG_TOKEN)),
                Named.of("a wrong code", act -> act.domain().linkCall().link(new DtmfCode("1"), CALL)),
                Named.of("another call's link", act -> act.domain().linkCall().link(act.session.code(), OTHER_CALL)),
                Named.of("a repeated result", act -> act.session.receive(act.session.authResultToken())),
                Named.of("a refused result", act -> act.session.receive(new AuthResultToken("made up"))),
                Named.of("a purge", act -> act.domain().purgeExpired().purgeAll()));
    }

    @ParameterizedTest
    @MethodSource("notRenewing")
    void isNotRenewedBy(Consumer<Act> noActivity) {
        ASession session =
                stage.aSession().startedAt(NOON).withAuthResult(EMAIL).linkedTo(CALL);
        noActivity.accept(new Act(stage, session).laterOn());

        stage.clock().moveTo(NOON.plus(Lifetime.DEFAULT.ttl()));

        assertThat(session.releasedTo(CALL)).isInstanceOf(NoSession.class);
    }

    @Test
    void doesNotKeepASessionBeyondItsMaximalAge() {
        ASession session =
                stage.aSession().startedAt(NOON).withAuthResult(EMAIL).linkedTo(CALL);
        Instant end = NOON.plus(Lifetime.DEFAULT.maxAge());
        while (stage.clock().instant().isBefore(end.minus(MOMENT))) {
            assertThat(session.linkedTo(CALL).releasedTo(CALL)).isInstanceOf(Released.class);
            Instant next = stage.clock().instant().plus(Lifetime.DEFAULT.ttl()).minus(MOMENT);
            stage.clock().moveTo(next.isBefore(end) ? next : end.minus(MOMENT));
        }
        assertThat(session.releasedTo(CALL)).isInstanceOf(Released.class);

        stage.clock().moveTo(end);

        assertThat(session.releasedTo(CALL)).isInstanceOf(NoSession.class);
        assertThat(stage.domain().linkCall().link(session.code(), CALL)).isInstanceOf(LinkResult.UnknownCode.class);
    }

    /** Something that happens to a session forty minutes after its start. */
    record Act(Stage stage, ASession session) {
        SessionDomain domain() {
            return stage.domain();
        }

        Act laterOn() {
            stage.clock().moveTo(LATER);
            return this;
        }

        ASession linked() {
            stage.clock().moveTo(NOON);
            session.linkedTo(CALL);
            stage.clock().moveTo(LATER);
            return session;
        }

        Page page() {
            return Page.showing(CALL, session.releasedTo(CALL));
        }
    }
}
