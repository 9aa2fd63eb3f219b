package nl.idcontact.telephony.domain.usecase;

import static nl.idcontact.telephony.domain.tck.Stage.CALL;
import static nl.idcontact.telephony.domain.tck.Stage.EMAIL;
import static nl.idcontact.telephony.domain.tck.Stage.OTHER_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.AttributeRelease;
import nl.idcontact.telephony.domain.model.AttributeRelease.AwaitingAuthResult;
import nl.idcontact.telephony.domain.model.AttributeRelease.NoSession;
import nl.idcontact.telephony.domain.model.AttributeRelease.Released;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.tck.ASession;
import nl.idcontact.telephony.domain.tck.Stage;
import org.junit.jupiter.api.Test;

class FollowSessionsTest {
    private final Stage stage = new Stage();
    private final ASession session = stage.aSession().started().linkedTo(CALL);
    private final ASession quiet = stage.aSession().started().linkedTo(OTHER_CALL);
    private final List<Page> pages = List.of(
            Page.showing(CALL, session.releasedTo(CALL)), Page.showing(OTHER_CALL, quiet.releasedTo(OTHER_CALL)));

    @Test
    void tellsNothingWhileNothingChanges() {
        stage.clock().advance(Lifetime.DEFAULT.ttl().minusMillis(1));

        assertThat(changes()).isEmpty();
    }

    @Test
    void tellsOfAResultToThatFollowerOnly() {
        session.withAuthResult(EMAIL);

        assertThat(changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Released.class,
                        released -> assertThat(released.attributes()).isEqualTo(EMAIL));
    }

    @Test
    void tellsOfActivitySoThatTheNewEndIsKnown() {
        stage.clock().advance(Duration.ofMinutes(1));
        session.linkedTo(CALL);

        assertThat(changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        AwaitingAuthResult.class,
                        awaiting -> assertThat(awaiting.session().watch().expiresAt())
                                .isEqualTo(stage.clock().instant().plus(Lifetime.DEFAULT.ttl())));
    }

    @Test
    void countsAsReleasedOnlyOnceHoweverOftenTheSessionIsRenewed() {
        session.withAuthResult(EMAIL);
        Page told = Page.showing(CALL, changes().iterator().next());
        stage.clock().advance(Duration.ofMinutes(1));
        session.linkedTo(CALL);

        assertThat(stage.domain().followSessions().changes(List.of(told)).values())
                .singleElement()
                .isInstanceOf(Released.class);
        assertThat(stage.events())
                .filteredOn(SessionEvent.Released.class::isInstance)
                .hasSize(1);
    }

    @Test
    void tellsOfTheEndByLogoutAndByTime() {
        stage.domain().endSession().end(CALL, Optional.of(session.releaseToken()));
        assertThat(changes()).singleElement().isInstanceOf(NoSession.class);

        stage.clock().advance(Lifetime.DEFAULT.ttl());
        assertThat(changes()).hasSize(2).allMatch(NoSession.class::isInstance);
    }

    private Collection<AttributeRelease> changes() {
        return stage.domain().followSessions().changes(pages).values();
    }
}
