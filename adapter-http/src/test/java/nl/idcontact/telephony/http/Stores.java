package nl.idcontact.telephony.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.StoreUnavailable;

/** Stores that misbehave. */
final class Stores {
    private Stores() {}

    /** A store that cannot be reached while {@code away} says so. */
    static SessionStore sometimesAway(SessionStore store, BooleanSupplier away) {
        return before(store, () -> {
            if (away.getAsBoolean()) {
                throw new StoreUnavailable(new IllegalStateException("away"));
            }
        });
    }

    /** A store whose every answer takes a permit. */
    static SessionStore waitingFor(SessionStore store, Semaphore permits) {
        return before(store, permits::acquireUninterruptibly);
    }

    private static SessionStore before(SessionStore store, Runnable first) {
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(),
                new Class<?>[] {SessionStore.class},
                (proxy, method, arguments) -> {
                    first.run();
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
