package nl.idcontact.telephony.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import nl.idcontact.telephony.app.support.Answer;
import nl.idcontact.telephony.app.support.Peers;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;

/**
 * One resident who logs in and calls, and the agent who answers. Remembers what the server acknowledged, so that it can be
 * asked for all of that later.
 */
final class Caller {
    private final int number;
    private final String token;
    private volatile Optional<Answer> started = Optional.empty();
    private volatile boolean received;
    private volatile Optional<String> releaseToken = Optional.empty();
    private volatile boolean leaving;
    private volatile boolean left;
    private volatile boolean done;

    Caller(int number, AuthResultTokens plugin) {
        this.number = number;
        this.token = plugin.token(Instant.now()).attribute("email", email()).compact();
    }

    /** Goes through all steps, the login before the call or after it; every fourth one is logged out in the end. */
    void walk(Peers peers) throws IOException {
        started = Optional.of(expect(200, peers.start()));
        if (number % 2 == 0) {
            receive(peers);
            link(peers);
        } else {
            link(peers);
            receive(peers);
        }
        read(peers);
        if (number % 4 == 0) {
            logOut(peers);
        }
        done = true;
    }

    /** Whether the server answered every step. */
    boolean isDone() {
        return done;
    }

    /** That the server has kept everything it had acknowledged, and that the rest of the way is open. */
    void checkKept(Peers peers) throws IOException {
        if (started.isEmpty()) {
            return;
        }
        if (leaving) {
            int status = peers.read(call(), releaseToken.orElseThrow()).status();
            assertThat(status).isIn(left ? new Object[] {404} : new Object[] {200, 404});
            return;
        }
        if (releaseToken.isEmpty()) {
            link(peers);
        }
        if (!received) {
            receive(peers);
        }
        read(peers);
    }

    private void receive(Peers peers) throws IOException {
        expect(200, peers.result(started.orElseThrow().resultPath(), token));
        received = true;
    }

    private void link(Peers peers) throws IOException {
        Answer link = expect(200, peers.link(started.orElseThrow().code(), call()));
        releaseToken = Optional.of(link.releaseToken());
    }

    private void read(Peers peers) throws IOException {
        Answer shown = expect(200, peers.read(call(), releaseToken.orElseThrow()));
        assertThat(shown.json().at("/auth_result/attributes/email").asText()).isEqualTo(email());
    }

    /** When it is asked for again, it may have been done already. */
    private void logOut(Peers peers) throws IOException {
        leaving = true;
        Answer goodbye = peers.logout(call(), releaseToken.orElseThrow());
        expect(goodbye.repeated() && goodbye.status() == 404 ? 404 : 204, goodbye);
        left = true;
    }

    private String call() {
        return "call-" + number;
    }

    private String email() {
        return "caller" + number + "@example.nl";
    }

    private static Answer expect(int status, Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        return answer;
    }
}
