package nl.idcontact.telephony.domain.usecase;

import static nl.idcontact.telephony.domain.tck.Stage.CALL;
import static nl.idcontact.telephony.domain.tck.Stage.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import nl.idcontact.telephony.domain.inmemory.InMemorySessionStore;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.tck.ASession;
import nl.idcontact.telephony.domain.tck.Stage;
import org.junit.jupiter.api.Test;

class PurgeExpiredTest {
    private final InMemorySessionStore store = new InMemorySessionStore(Lifetime.DEFAULT);
    private final Stage stage = new Stage(builder -> builder.store(store));
    private final PurgeExpired purge = stage.domain().purgeExpired();

    @Test
    void removesWhatHasExpiredAndNothingElse() {
        stage.aSession().startedAt(NOON);
        ASession live = stage.aSession().startedAt(NOON.plusSeconds(1));
        stage.clock().moveTo(NOON.plus(Lifetime.DEFAULT.ttl()));

        purge.purgeAll();

        assertThat(store.oldestStart()).contains(NOON.plusSeconds(1));
        live.linkedTo(CALL);
    }

    @Test
    void worksInBatchesAndCountsWhatItRemoved() {
        IntStream.range(0, 1001).forEach(i -> stage.aSession().startedAt(NOON));
        stage.clock().advance(Lifetime.DEFAULT.ttl());

        assertThat(purge.purgeBatch()).isTrue();
        assertThat(store.oldestStart()).isPresent();
        purge.purgeAll();

        assertThat(store.oldestStart()).isEmpty();
        assertThat(stage.events())
                .filteredOn(SessionEvent.Purged.class::isInstance)
                .map(event -> ((SessionEvent.Purged) event).sessions())
                .containsExactly(500, 500, 1);
    }

    @Test
    void tellsNothingWhenThereWasNothingToRemove() {
        purge.purgeAll();

        assertThat(stage.events()).isEmpty();
    }
}
