package nl.idcontact.telephony.domain.tck;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.port.StoreUnavailable;

/** Puts a switch before a store: while it is down, every verb throws {@link StoreUnavailable} and does nothing. */
final class StoreWithOutages {
    private final SessionStore store;
    private final AtomicBoolean down = new AtomicBoolean();

    StoreWithOutages(SessionStore store) {
        this.store = store;
    }

    void goesDown() {
        down.set(true);
    }

    void comesBack() {
        down.set(false);
    }

    SessionStore store() {
        Class<SessionStore> port = SessionStore.class;
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, verb, arguments) -> ask(verb, arguments)));
    }

    private Object ask(Method verb, Object[] arguments) throws Throwable {
        if (down.get()) {
            throw new StoreUnavailable(new IOException("switched off"));
        }
        try {
            return verb.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
