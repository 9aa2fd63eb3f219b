package nl.idcontact.telephony.domain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.idcontact.telephony.domain.model.Watch;
import nl.idcontact.telephony.domain.port.ChangedSession;
import nl.idcontact.telephony.domain.port.StoredSession;
import org.junit.jupiter.api.Test;

/** What a follower hears. */
interface FollowRules extends Rules {
    private static Watch seen(Scene scene, String call) {
        StoredSession session = scene.find(call).orElseThrow();
        return new Watch(
                session.session(), session.version(), session.sealedResult().isPresent(), session.expiresAt());
    }

    @Test
    default void nothingHasChangedWhileNothingChanges() {
        Scene noon = scene();
        noon.aSession().withAuthResult("jwe").linkedTo("call").stored();
        Watch watch = seen(noon, "call");
        assertThat(noon.changed(watch)).isEmpty();
        assertThat(noon.after(TTL.minus(A_MICROSECOND)).changed(watch)).isEmpty();
        assertThat(noon.changed()).isEmpty();
    }

    @Test
    default void aResultIsAChange() {
        Scene noon = scene();
        noon.aSession().linkedTo("call").stored();
        Watch watch = seen(noon, "call");
        noon.receive("result-1", "jwe");

        List<ChangedSession> changes = noon.changed(watch);
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).index()).isZero();
        assertThat(changes.get(0).now()).usingRecursiveComparison().isEqualTo(noon.find("call"));
        assertThat(noon.changed(seen(noon, "call"))).isEmpty();
    }

    @Test
    default void activityIsAChange() {
        Scene noon = scene();
        noon.aSession().linkedTo("call").stored();
        Watch watch = seen(noon, "call");
        Scene later = noon.after(A_SECOND);
        later.touch("result-1");
        assertThat(later.changed(watch).get(0).now().orElseThrow().lastActivity())
                .isEqualTo(later.now());
        assertThat(later.changed(seen(later, "call"))).isEmpty();
    }

    @Test
    default void anEndIsAChange() {
        Scene noon = scene();
        noon.aSession().linkedTo("call").stored();
        Watch watch = seen(noon, "call");
        noon.end("result-1");
        assertThat(noon.changed(watch)).containsExactly(new ChangedSession(0, Optional.empty()));
    }

    @Test
    default void expiryIsAChange() {
        Scene noon = scene();
        noon.aSession().linkedTo("call").stored();
        Watch watch = seen(noon, "call");
        assertThat(noon.after(TTL).changed(watch)).containsExactly(new ChangedSession(0, Optional.empty()));
    }

    @Test
    default void onlyWhatHasChangedIsTold() {
        Scene noon = scene();
        for (int number = 0; number < 50; number++) {
            noon.aSession()
                    .withResultCode("result-" + number)
                    .withCode("10" + number)
                    .linkedTo("call " + number)
                    .stored();
        }
        Watch[] watches = IntStream.range(0, 50)
                .mapToObj(number -> seen(noon, "call " + number))
                .toArray(Watch[]::new);
        noon.receive("result-7", "jwe");
        noon.end("result-8");
        noon.after(A_SECOND).touch("result-9");
        assertThat(noon.after(A_SECOND).changed(watches))
                .extracting(ChangedSession::index)
                .containsExactlyInAnyOrder(7, 8, 9);
    }

    @Test
    default void askingChangesNothing() {
        Scene noon = scene();
        noon.aSession().linkedTo("call").stored();
        Watch watch = seen(noon, "call");
        Scene later = noon.after(TTL.minus(A_SECOND));
        later.changed(watch);
        assertThat(seen(later, "call")).isEqualTo(watch);
    }
}
