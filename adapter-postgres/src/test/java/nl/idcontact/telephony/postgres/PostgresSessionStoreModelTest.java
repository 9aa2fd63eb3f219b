package nl.idcontact.telephony.postgres;

import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.tck.SessionStoreModelContract;
import org.junit.jupiter.api.AutoClose;

class PostgresSessionStoreModelTest extends SessionStoreModelContract {
    @AutoClose
    private static final TestDatabase database = new TestDatabase();

    @Override
    protected SessionStore newStore(Lifetime lifetime) {
        database.empty();
        return new PostgresSessionStore(database.pool(), lifetime);
    }
}
