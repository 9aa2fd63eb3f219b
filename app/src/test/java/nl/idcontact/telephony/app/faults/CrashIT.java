package nl.idcontact.telephony.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.idcontact.telephony.app.support.AppProcess;
import nl.idcontact.telephony.app.support.Peers;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;
import org.junit.jupiter.api.Test;

/** The server is killed under load: what it acknowledged is there when it is back. */
class CrashIT {
    private static final int AT_ONCE = 12;

    private final AuthResultTokens plugin = AuthResultTokens.generate();

    @Test
    void nothing_that_was_acknowledged_is_lost() throws Exception {
        EmbeddedDatabase postgres = EmbeddedDatabase.shared();
        Map<String, String> environment = RunningApp.environment(postgres, postgres.newDatabase(), plugin);
        try (AppProcess app = AppProcess.start(environment).awaitReady()) {
            Load load = Load.start(Peers.of(app), plugin, AT_ONCE);
            try (load) {
                load.awaitServed(60);
                app.kill();
            }
            assertThat(load.failures()).as("callers who were cut off").isNotEmpty();

            app.startAgain();
            app.awaitReady();
            Peers peers = Peers.of(app);
            for (Caller caller : load.callers()) {
                caller.checkKept(peers);
            }
        }
    }
}
