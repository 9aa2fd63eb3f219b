package nl.idcontact.telephony.http.jose;

import java.security.Provider;
import java.security.Security;
import org.jspecify.annotations.Nullable;

/**
 * A native provider under the names that Nimbus asks for, with the JDK for whatever it does not have (AES key wrap, OAEP
 * parameters).
 */
final class NativeProvider extends Provider {
    private static final long serialVersionUID = 1L;

    // The same algorithm: which hash it uses stands in the parameters that Nimbus gives along.
    private static final String NIMBUS_OAEP_256 = "RSA/ECB/OAEPWithSHA-256AndMGF1Padding";
    private static final String NATIVE_OAEP = "RSA/ECB/OAEPPadding";

    private final transient Provider delegate;

    NativeProvider(Provider delegate) {
        super(delegate.getName(), delegate.getVersionStr(), delegate.getInfo());
        this.delegate = delegate;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // both delegates synchronize themselves
    public @Nullable Service getService(String type, String algorithm) {
        String known = algorithm.equalsIgnoreCase(NIMBUS_OAEP_256) ? NATIVE_OAEP : algorithm;
        Service own = delegate.getService(type, known);
        return own != null ? own : jdkService(type, algorithm);
    }

    private static @Nullable Service jdkService(String type, String algorithm) {
        for (Provider installed : Security.getProviders()) {
            Service service = installed.getService(type, algorithm);
            if (service != null) {
                return service;
            }
        }
        return null;
    }
}
