package nl.idcontact.telephony.domain.usecase;

import java.time.Instant;
import java.time.InstantSource;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.port.SessionEvents;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.SessionStore.Purged;

/** Removes what has expired, in small batches, so that nobody waits for it. */
public final class PurgeExpired {
    private static final int BATCH = 500;

    private final SessionStore store;
    private final SessionEvents events;
    private final InstantSource clock;

    /** Takes what it needs of the parts that the domain is wired from. */
    public PurgeExpired(SessionDomain.Parts parts) {
        this.store = parts.store();
        this.events = parts.events();
        this.clock = parts.clock();
    }

    /**
     * Removes one batch.
     *
     * @return whether there may be more
     * @throws nl.idcontact.telephony.domain.port.StoreUnavailable if the store cannot be reached
     */
    public boolean purgeBatch() {
        Instant now = clock.instant();
        Purged purged = store.purge(BATCH, now);
        if (purged.sessions() > 0) {
            events.happened(new SessionEvent.Purged(purged.sessions()));
        }
        return purged.more();
    }

    /**
     * Removes everything that has expired by now.
     *
     * @throws nl.idcontact.telephony.domain.port.StoreUnavailable if the store cannot be reached
     */
    public void purgeAll() {
        boolean more = true;
        while (more) {
            more = purgeBatch();
        }
    }
}
