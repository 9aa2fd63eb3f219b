package nl.idcontact.telephony.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The one resident of the demonstration, from choosing a purpose to the end of the call. */
final class Resident {
    /** How long a slow login takes after the call has been put through. */
    private static final int SLOW_SECONDS = 4;

    private final Executor later = CompletableFuture.delayedExecutor(SLOW_SECONDS, TimeUnit.SECONDS);
    private final CoreAndAuthPlugin plugin;
    private final TelephoneNetwork network;
    private CoreAndAuthPlugin.@Nullable Session session;
    private CoreAndAuthPlugin.@Nullable Session loginUnderWay;

    Resident(CoreAndAuthPlugin plugin, TelephoneNetwork network) {
        this.plugin = plugin;
        this.network = network;
    }

    /** @return number and code to call with */
    Map<String, String> start(String purpose) throws IOException {
        CoreAndAuthPlugin.Session started = plugin.start(purpose);
        session = started;
        return Map.of("phonenumber", started.phonenumber(), "code", started.code());
    }

    /** @param outcome {@code succeeds}, {@code fails} or {@code slow} */
    void logIn(String outcome) throws IOException {
        if (session == null) {
            return;
        }
        if (outcome.equals("slow")) {
            loginUnderWay = session;
        } else {
            plugin.deliver(session, outcome.equals("succeeds"));
        }
    }

    void call() {
        if (session != null) {
            network.dial(session.phonenumber());
        }
    }

    /** The code was keyed in: a login that is still under way ends a while after that. */
    void press(String digits) {
        network.press(digits);
        CoreAndAuthPlugin.Session unfinished = loginUnderWay;
        loginUnderWay = null;
        if (unfinished != null) {
            later.execute(() -> deliver(unfinished));
        }
    }

    void hangUp() {
        network.hangUp();
    }

    void startAgain() {
        session = null;
        loginUnderWay = null;
        network.forget();
    }

    private void deliver(CoreAndAuthPlugin.Session unfinished) {
        try {
            plugin.deliver(unfinished, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
