package nl.idcontact.telephony.domain.usecase;

import static nl.idcontact.telephony.domain.tck.Stage.CALL;
import static nl.idcontact.telephony.domain.tck.Stage.EMAIL;
import static nl.idcontact.telephony.domain.tck.Stage.OTHER_CALL;
import static nl.idcontact.telephony.domain.tck.Stage.REPORT_MOVE;
import static nl.idcontact.telephony.domain.tck.Stage.SESSION_URL;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.AuthResult.Status;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Opening;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.secrecy.StorageKeys;
import nl.idcontact.telephony.domain.tck.ASession;
import nl.idcontact.telephony.domain.tck.Stage;
import org.junit.jupiter.api.Test;

/** What stands in logs and error messages sooner or later: texts of values, and events. */
class NothingSecretShowsTest {
    private final Stage stage = new Stage();
    private final ASession session =
            stage.aSession().started().withAuthResult(EMAIL).linkedTo(CALL);

    @Test
    void inNoEventNotEvenInsideIt() {
        everythingHappens();

        assertThat(stage.events().stream().map(Object::getClass).distinct())
                .as("every kind of event")
                .hasSize(SessionEvent.class.getPermittedSubclasses().length);
        assertThat(stage.events()).allSatisfy(event -> {
            assertThat(event.toString()).doesNotContain(secrets());
            assertThat(parts(event)).noneMatch(part -> Stream.of(secrets()).anyMatch(part::contains));
        });
    }

    @Test
    void inNoTextOfAValue() {
        AuthResult result = new AuthResult(Status.SUCCESS, EMAIL, Optional.empty(), Optional.of(SESSION_URL));
        List<Object> values = List.of(
                session.code(),
                session.resultCode(),
                session.releaseToken(),
                session.authResultToken(),
                result,
                new Opening.Opened(result),
                session.releasedTo(CALL),
                new StartResult.Started(session.code(), Optional.of(session.resultCode())),
                new LinkResult.Linked(REPORT_MOVE, session.releaseToken()));

        assertThat(values).allSatisfy(value -> assertThat(value.toString()).doesNotContain(secrets()));
    }

    @Test
    void inNoTextOfTheKeys() {
        byte[] secret = "k".repeat(32).getBytes(StandardCharsets.US_ASCII);

        assertThat(StorageKeys.derivedFrom(List.of(secret)).toString()).doesNotContain("kkk", "107, 107", "6b6b");
    }

    private void everythingHappens() {
        session.receive(session.authResultToken());
        session.receive(
                stage.authPlugin().issue(new AuthResult(Status.SUCCESS, EMAIL, Optional.empty(), Optional.empty())));
        session.receive(new AuthResultToken("made up"));
        stage.domain().receiveAuthResult().receive("unknown", session.authResultToken());
        stage.domain().linkCall().link(new DtmfCode("1"), OTHER_CALL);
        session.releasedTo(CALL);
        session.releasedTo(OTHER_CALL);
        stage.domain().endSession().end(CALL, Optional.of(session.releaseToken()));
        stage.aSession().startedAfterLogin(EMAIL);
        stage.clock().advance(Duration.ofDays(1));
        stage.domain().purgeExpired().purgeAll();
    }

    private String[] secrets() {
        return new String[] {
            session.code().digits(),
            session.resultCode().value(),
            session.releaseToken().value(),
            session.authResultToken().compact(),
            EMAIL.values().get("email"),
            SESSION_URL.toString()
        };
    }

    /** The texts of all components of a record, of those inside them too. */
    private static List<String> parts(Object record) {
        List<String> parts = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                Object part = component.getAccessor().invoke(record);
                parts.addAll(part.getClass().isRecord() ? parts(part) : List.of(part.toString()));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return parts;
    }
}
