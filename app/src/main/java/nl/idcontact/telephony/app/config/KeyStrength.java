package nl.idcontact.telephony.app.config;

import com.nimbusds.jose.jwk.Curve;
import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.List;

/** Which keys are strong enough and of use for the algorithms of auth results. */
final class KeyStrength {

    /** RFC 7518, sections 3.3 and 4.3: at least 2048 bits. Past 16384 one signature takes seconds. */
    private static final int MIN_RSA_BITS = 2048;

    private static final int MAX_RSA_BITS = 16_384;

    private KeyStrength() {}

    static void check(Key key, List<Curve> curves) throws Unacceptable {
        if (key instanceof RSAKey rsa) {
            int bits = rsa.getModulus().bitLength();
            if (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS) {
                throw new Unacceptable(
                        "must be an RSA key of " + MIN_RSA_BITS + " to " + MAX_RSA_BITS + " bits, but has " + bits);
            }
        } else if (key instanceof ECKey ec) {
            Curve curve = Curve.forECParameterSpec(ec.getParams());
            if (curve == null || !curves.contains(curve)) {
                throw new Unacceptable("must be an EC key on one of " + curves + ", but is on another curve");
            }
        }
    }
}
