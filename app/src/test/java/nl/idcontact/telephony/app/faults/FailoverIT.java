package nl.idcontact.telephony.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import nl.idcontact.telephony.app.support.AppProcess;
import nl.idcontact.telephony.app.support.Peers;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import nl.idcontact.telephony.postgres.testing.ReplicatedDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The primary dies under load and its synchronous standby takes over: the server follows by itself, nothing acknowledged is
 * lost, and callers who come back when they are asked to are all served.
 */
@Tag("failover")
class FailoverIT {
    private static final int AT_ONCE = 12;

    private final AuthResultTokens plugin = AuthResultTokens.generate();

    @Test
    void nothing_that_was_acknowledged_is_lost() throws Exception {
        try (ReplicatedDatabase postgres = ReplicatedDatabase.start()) {
            await().atMost(Duration.ofSeconds(60)).until(postgres::isSynchronous);
            Map<String, String> environment =
                    RunningApp.environment(postgres.primary(), postgres.newDatabase(), plugin);
            try (AppProcess app = AppProcess.start(environment).awaitReady()) {
                Peers peers = Peers.of(app);
                Load load = Load.start(peers.patient(), plugin, AT_ONCE);
                try (load) {
                    load.awaitServed(60);
                    postgres.failOver();
                    load.awaitServed(60);
                }
                assertThat(load.failures()).isEmpty();
                assertThat(load.callers()).allMatch(Caller::isDone);
                for (Caller caller : load.callers()) {
                    caller.checkKept(peers);
                }
            }
        }
    }
}
