package nl.idcontact.telephony.domain.inmemory;

import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.tck.SessionStoreContract;

class InMemorySessionStoreTest extends SessionStoreContract {
    @Override
    protected SessionStore newStore(Lifetime lifetime) {
        return new InMemorySessionStore(lifetime);
    }
}
