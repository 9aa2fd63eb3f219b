package nl.idcontact.telephony.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.app.support.AppProcess;
import nl.idcontact.telephony.app.support.Follower;
import nl.idcontact.telephony.app.support.Peers;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;
import org.junit.jupiter.api.Test;

/** Two servers behind a load balancer are restarted one after the other, and nobody is turned away. */
class RollingRestartIT {
    private static final int AT_ONCE = 6;
    private static final Duration EXIT = Duration.ofSeconds(25);

    private final AuthResultTokens plugin = AuthResultTokens.generate();

    @Test
    void no_request_fails() throws Exception {
        EmbeddedDatabase postgres = EmbeddedDatabase.shared();
        Map<String, String> environment = RunningApp.environment(postgres, postgres.newDatabase(), plugin);
        try (AppProcess one = AppProcess.start(environment).awaitReady();
                AppProcess other = AppProcess.start(environment).awaitReady();
                LoadBalancer balancer = LoadBalancer.of(List.of(one, other))) {
            Load load = Load.start(Peers.of(balancer), plugin, AT_ONCE);
            try (load) {
                for (AppProcess app : List.of(one, other)) {
                    load.awaitServed(20);
                    restart(app, balancer);
                }
                load.awaitServed(20);
            }
            assertThat(load.failures()).isEmpty();
            for (Caller caller : load.callers()) {
                caller.checkKept(Peers.of(balancer));
            }
        }
    }

    private void restart(AppProcess app, LoadBalancer balancer) throws Exception {
        Peers peers = Peers.of(app);
        String call = "call followed on " + app.external().getPort();
        String releaseToken = peers.link(peers.start().code(), call).releaseToken();
        Follower page = peers.follow(call, releaseToken);
        await().until(() -> page.hasSeen("event: session"));

        long asked = System.nanoTime();
        app.terminate();
        await().atMost(EXIT).until(page::isOver);
        assertThat(page.lines()).contains("retry: 1000").doesNotContain("event: ended", "(cut off)");
        try (Follower again = Peers.of(balancer).follow(call, releaseToken)) {
            await().atMost(EXIT)
                    .untilAsserted(() -> assertThat(again.lines())
                            .as("status " + again.status())
                            .contains("event: session"));
        }
        assertThat(app.awaitExit()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(EXIT);

        app.startAgain();
        balancer.awaitUsed(app);
    }
}
