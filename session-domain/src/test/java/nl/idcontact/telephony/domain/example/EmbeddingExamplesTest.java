package nl.idcontact.telephony.domain.example;

import static nl.idcontact.telephony.domain.tck.Stage.CALL;
import static nl.idcontact.telephony.domain.tck.Stage.EMAIL;
import static nl.idcontact.telephony.domain.tck.Stage.NOON;
import static nl.idcontact.telephony.domain.tck.Stage.SESSION_URL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.SessionSettings;
import nl.idcontact.telephony.domain.inmemory.InMemorySessionStore;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.AttributeRelease;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.AuthResult.Status;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.model.ReleaseToken;
import nl.idcontact.telephony.domain.port.AuthResultOpener;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.port.SessionFeedback;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.StoreUnavailable;
import nl.idcontact.telephony.domain.secrecy.StorageKeys;
import nl.idcontact.telephony.domain.tck.ASession;
import nl.idcontact.telephony.domain.tck.KnownResults;
import nl.idcontact.telephony.domain.tck.Stage;
import nl.idcontact.telephony.domain.usecase.LinkResult;
import nl.idcontact.telephony.domain.usecase.StartResult;
import org.junit.jupiter.api.Test;

/** What stands between the marks stands in the documentation too, word for word ({@link DocumentationTest}). */
class EmbeddingExamplesTest {
    private final KnownResults opener = new KnownResults();

    @Test
    void aCallFromBeginningToEnd() {
        AuthResultToken posted =
                opener.issue(new AuthResult(Status.SUCCESS, EMAIL, Optional.of(NOON), Optional.of(SESSION_URL)));
        PhoneSessionId call = CALL;

        // example: flow
        SessionDomain domain = SessionDomain.with(opener).build();

        // The core starts a session; the code goes to the resident, the result code to the auth plugin.
        StartResult.Started session =
                (StartResult.Started) domain.startSession().start(new Purpose("report_move"), Optional.empty());
        domain.receiveAuthResult().receive(session.resultCode().orElseThrow().value(), posted);

        // The resident calls and keys in the code; the token goes to the agent's side, and nowhere else.
        LinkResult.Linked linked = (LinkResult.Linked) domain.linkCall().link(session.code(), call);
        ReleaseToken token = linked.releaseToken();

        // The agent sees what was verified, and ends the session when the call is over.
        AttributeRelease release = domain.releaseAttributes().release(call, Optional.of(token));
        domain.endSession().end(call, Optional.of(token));
        // end

        assertThat(((AttributeRelease.Released) release).attributes()).isEqualTo(EMAIL);
        assertThat(domain.releaseAttributes().release(call, Optional.of(token)))
                .isInstanceOf(AttributeRelease.NoSession.class);
    }

    // example: say
    /** What the caller hears, in one word. */
    static String say(LinkResult result) {
        return result.match(new LinkResult.Cases<>() {
            @Override
            public String linked(LinkResult.Linked linked) {
                return "connecting";
            }

            @Override
            public String unknownCode(LinkResult.UnknownCode unknown) {
                return unknown.attemptsLeft() > 0 ? "again" : "goodbye";
            }

            @Override
            public String tooManyAttempts(LinkResult.TooManyAttempts tooMany) {
                return "goodbye";
            }
        });
    }
    // end

    @Test
    void everyOutcomeIsAnswered() {
        Stage stage = new Stage();
        ASession session = stage.aSession().started();

        assertThat(say(stage.domain().linkCall().link(new DtmfCode("1"), CALL))).isEqualTo("again");
        assertThat(say(stage.domain().linkCall().link(session.code(), CALL))).isEqualTo("connecting");
    }

    @Test
    void everyPartOfItsOwn() {
        SessionStore store = new InMemorySessionStore(Lifetime.DEFAULT);
        String current = Base64.getEncoder().encodeToString(new byte[32]);
        String previous = Base64.getEncoder().encodeToString(new byte[33]);
        SessionFeedback feedback = SessionFeedback.none();
        StringBuilder audit = new StringBuilder();
        AuthResultOpener myOpener = opener;

        // example: wiring
        StorageKeys keys = StorageKeys.derivedFrom(
                List.of(Base64.getDecoder().decode(current), Base64.getDecoder().decode(previous)));
        SessionDomain domain = SessionDomain.with(myOpener)
                .store(store)
                .keys(keys)
                .feedback(feedback)
                .events(event -> audit.append(event).append('\n'))
                .settings(new SessionSettings(8, 32, new AttemptLimits(3, 60), true))
                .build();
        // end

        domain.startSession().start(new Purpose("report_move"), Optional.empty());
        assertThat(audit).startsWith("Started[").endsWith("]\n");
        assertThat(store.oldestStart()).isPresent();
    }

    @Test
    void purgingRegularly() {
        Stage stage = new Stage();
        stage.aSession().started();
        stage.clock().advance(Lifetime.DEFAULT.ttl());
        SessionDomain domain = stage.domain();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

        // example: purge
        Runnable purge = () -> {
            try {
                domain.purgeExpired().purgeAll();
            } catch (StoreUnavailable away) {
                // An exception would stop the timer; the next round is soon enough.
            }
        };
        timer.scheduleWithFixedDelay(purge, 1, 1, TimeUnit.MINUTES);
        // end

        timer.shutdownNow();
        stage.storeGoesDown();
        purge.run();
        stage.storeComesBack();
        purge.run();
        assertThat(stage.events()).last().isEqualTo(new SessionEvent.Purged(1));
    }
}
