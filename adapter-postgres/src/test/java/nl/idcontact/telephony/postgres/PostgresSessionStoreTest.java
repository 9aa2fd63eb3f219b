package nl.idcontact.telephony.postgres;

import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.tck.SessionStoreContract;
import org.junit.jupiter.api.AutoClose;

class PostgresSessionStoreTest extends SessionStoreContract {
    @AutoClose
    private static final TestDatabase database = new TestDatabase();

    @Override
    protected SessionStore newStore(Lifetime lifetime) {
        database.empty();
        return new PostgresSessionStore(database.pool(), lifetime);
    }
}
