package nl.idcontact.telephony.domain.usecase;

import static nl.idcontact.telephony.domain.tck.Stage.CALL;
import static nl.idcontact.telephony.domain.tck.Stage.EMAIL;
import static nl.idcontact.telephony.domain.tck.Stage.SESSION_URL;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nl.idcontact.telephony.domain.inmemory.InMemorySessionStore;
import nl.idcontact.telephony.domain.model.AttributeRelease.NoSession;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.tck.ASession;
import nl.idcontact.telephony.domain.tck.Race;
import nl.idcontact.telephony.domain.tck.Stage;
import org.junit.jupiter.api.Test;

class EndSessionTest {
    private static final String LOGOUT = "logout " + SESSION_URL;

    private final Stage stage = new Stage();

    @Test
    void theSessionIsGoneForEveryoneAndTheAuthPluginIsTold() {
        ASession session = stage.aSession().started().withAuthResult(EMAIL).linkedTo(CALL);

        assertThat(end(stage, session)).isTrue();

        assertThat(session.releasedTo(CALL)).isInstanceOf(NoSession.class);
        assertThat(session.receive(session.authResultToken())).isEqualTo(ReceiveAuthResult.Result.UNKNOWN_SESSION);
        assertThat(end(stage, session)).isFalse();
        assertThat(stage.feedback()).containsExactly(LOGOUT);
    }

    @Test
    void ofThoseWhoRaceOneEndsItAndTellsTheAuthPlugin() throws Exception {
        ASession session = stage.aSession().started().withAuthResult(EMAIL).linkedTo(CALL);

        assertThat(Race.of(number -> end(stage, session))).containsOnlyOnce(true);

        assertThat(stage.feedback()).containsExactly(LOGOUT);
        assertThat(stage.events())
                .filteredOn(SessionEvent.Ended.class::isInstance)
                .hasSize(1);
    }

    @Test
    void anAuthPluginWhoseResultArrivesAtTheLastMomentIsToldToo() {
        AtomicReference<Runnable> lastMoment = new AtomicReference<>(() -> {});
        Stage hurried = new Stage(builder -> builder.store(beforeEnd(lastMoment)));
        ASession session = hurried.aSession().started().linkedTo(CALL);
        lastMoment.set(() -> session.withAuthResult(EMAIL));

        assertThat(end(hurried, session)).isTrue();

        assertThat(hurried.feedback()).containsExactly(LOGOUT);
    }

    @Test
    void nobodyIsToldWhenNobodyHasLoggedIn() {
        assertThat(end(stage, stage.aSession().started().linkedTo(CALL))).isTrue();

        assertThat(stage.feedback()).isEmpty();
    }

    @Test
    void withoutTheRightTokenNothingEnds() {
        ASession session = stage.aSession().started().withAuthResult(EMAIL).linkedTo(CALL);

        assertThat(stage.domain().endSession().end(CALL, Optional.empty())).isFalse();

        assertThat(stage.feedback()).isEmpty();
        assertThat(end(stage, session)).isTrue();
    }

    @Test
    void anExpiredSessionNeedsNoEnd() {
        ASession session = stage.aSession().started().withAuthResult(EMAIL).linkedTo(CALL);
        stage.clock().advance(Lifetime.DEFAULT.ttl());

        assertThat(end(stage, session)).isFalse();
        assertThat(stage.feedback()).isEmpty();
    }

    private static boolean end(Stage stage, ASession session) {
        return stage.domain().endSession().end(CALL, Optional.of(session.releaseToken()));
    }

    /** A store in which something happens between the look at a session and its end. */
    private static SessionStore beforeEnd(AtomicReference<Runnable> lastMoment) {
        SessionStore store = new InMemorySessionStore(Lifetime.DEFAULT);
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(), new Class<?>[] {SessionStore.class}, (proxy, verb, arguments) -> {
                    if (verb.getName().equals("end")) {
                        lastMoment.get().run();
                    }
                    return verb.invoke(store, arguments);
                });
    }
}
