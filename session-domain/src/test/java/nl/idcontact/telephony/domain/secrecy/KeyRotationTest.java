package nl.idcontact.telephony.domain.secrecy;

import static nl.idcontact.telephony.domain.tck.Stage.CALL;
import static nl.idcontact.telephony.domain.tck.Stage.EMAIL;
import static nl.idcontact.telephony.domain.tck.Stage.OTHER_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.idcontact.telephony.domain.model.AttributeRelease.NoSession;
import nl.idcontact.telephony.domain.model.AttributeRelease.Released;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.tck.ASession;
import nl.idcontact.telephony.domain.tck.Stage;
import nl.idcontact.telephony.domain.usecase.LinkResult;
import nl.idcontact.telephony.domain.usecase.ReceiveAuthResult.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two instances on one store, each with its own list of keys, as they are in the middle of a rotation. */
class KeyRotationTest {
    @ParameterizedTest(name = "{0} beside {1}")
    @CsvSource({"old, old+new", "old+new, old", "old+new, new+old", "new+old, old+new", "new+old, new", "new, new+old"})
    void aSessionMayGoFromInstanceToInstanceAtEachStep(String here, String there) {
        Stage one = new Stage(builder -> builder.keys(keys(here)));
        Stage other = one.anotherInstance(builder -> builder.keys(keys(there)));

        ASession session = one.aSession().started();
        session.servedBy(other).withAuthResult(EMAIL);
        assertThat(session.servedBy(one).receive(session.authResultToken())).isEqualTo(Result.ACCEPTED);
        session.linkedTo(CALL).servedBy(other).linkedTo(CALL);

        assertThat(session.releasedTo(CALL)).isInstanceOf(Released.class);
        assertThat(session.servedBy(one).releasedTo(CALL)).isInstanceOf(Released.class);
        assertThat(other.domain().linkCall().link(session.code(), OTHER_CALL))
                .isInstanceOf(LinkResult.UnknownCode.class);
        assertThat(other.domain().endSession().end(CALL, Optional.of(session.releaseToken())))
                .isTrue();
        assertThat(session.releasedTo(CALL)).isInstanceOf(NoSession.class);
    }

    @Test
    void aCodeThatWasGivenOutUnderOneKeyIsNotGivenOutUnderTheOther() {
        Stage one = new Stage(builder -> builder.keys(keys("old+new")));
        Stage sameDraws = one.anotherInstance(builder -> builder.keys(keys("new+old")));

        List<String> codes = IntStream.range(0, 10)
                .mapToObj(i -> (i % 2 == 0 ? one : sameDraws).aSession().started())
                .map(session -> session.code().digits())
                .toList();

        assertThat(codes).doesNotHaveDuplicates();
    }

    @Test
    void wrongCodesAreCountedTogetherUnderBothKeys() {
        Stage one = new Stage(builder -> builder.keys(keys("old+new")));
        Stage other = one.anotherInstance(builder -> builder.keys(keys("new+old")));
        ASession session = one.aSession().started();
        ASession another = one.aSession().started();
        session.linkedTo(OTHER_CALL);

        for (Stage instance : List.of(one, other, one)) {
            instance.domain().linkCall().link(session.code(), CALL);
        }

        assertThat(other.domain().linkCall().link(another.code(), CALL)).isInstanceOf(LinkResult.TooManyAttempts.class);
    }

    @Test
    void onceTheLastSessionOfTheOldKeyIsGoneTheKeyMayBeDroppedWithoutLoss() {
        Stage rotating = new Stage(builder -> builder.keys(keys("new+old")));
        Stage appended = rotating.anotherInstance(builder -> builder.keys(keys("old+new")));
        ASession before = appended.aSession().started().withAuthResult(EMAIL).linkedTo(CALL);
        rotating.clock().advance(Lifetime.DEFAULT.maxAge());
        ASession after = rotating.aSession().started().withAuthResult(EMAIL).linkedTo(OTHER_CALL);

        Stage dropped = rotating.anotherInstance(builder -> builder.keys(keys("new")));

        assertThat(before.servedBy(rotating).releasedTo(CALL)).isInstanceOf(NoSession.class);
        assertThat(after.servedBy(dropped).releasedTo(OTHER_CALL)).isInstanceOf(Released.class);
    }

    @Test
    void allEventsOfASessionNameItAlike() {
        Stage one = new Stage(builder -> builder.keys(keys("old+new")));
        Stage other = one.anotherInstance(builder -> builder.keys(keys("new+old")));

        one.aSession().started().servedBy(other).withAuthResult(EMAIL).linkedTo(CALL);

        assertThat(one.events().stream().map(KeyRotationTest::session))
                .hasSize(3)
                .containsOnly(session(one.events().get(0)));
    }

    private static Object session(SessionEvent event) {
        if (event instanceof SessionEvent.Started started) {
            return started.session();
        }
        return event instanceof SessionEvent.AuthResultAccepted accepted
                ? accepted.session()
                : ((SessionEvent.Linked) event).session();
    }

    private static StorageKeys keys(String names) {
        return StorageKeys.derivedFrom(Arrays.stream(names.split("\\+"))
                .map(name -> name.repeat(32).getBytes(StandardCharsets.US_ASCII))
                .toList());
    }
}
