package nl.idcontact.telephony.app;

import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.idcontact.telephony.app.observability.SessionMetrics;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.AuthResultOpener;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.SessionStore.Purged;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SessionStore store = mock(SessionStore.class);

    @Test
    void tellsTheAgeOfTheOldestSessionThoughItNeverGetsToTheEnd() {
        when(store.purge(anyInt(), any())).thenReturn(new Purged(500, true));
        when(store.oldestStart()).thenReturn(Optional.of(Instant.now().minus(Duration.ofHours(13))));
        SessionDomain domain =
                SessionDomain.with(mock(AuthResultOpener.class)).store(store).build();
        try (Housekeeping housekeeping =
                new Housekeeping(domain.purgeExpired(), store, new SessionMetrics(registry), Lifetime.DEFAULT)) {
            housekeeping.start();
            await().until(() ->
                    registry.get("telephony.oldest.session.age").gauge().value() > 12 * 3600);
        }
    }
}
