package nl.idcontact.telephony.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the statements that are prepared. */
final class CountingDataSource {
    private final DataSource counted;
    private final AtomicInteger statements = new AtomicInteger();

    CountingDataSource(DataSource counted) {
        this.counted = counted;
    }

    DataSource source() {
        return wrap(DataSource.class, counted);
    }

    int statements() {
        return statements.get();
    }

    private <T> T wrap(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().matches("prepareStatement|prepareCall|createStatement")) {
                        statements.incrementAndGet();
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return method.getReturnType() == Connection.class ? wrap(Connection.class, result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
