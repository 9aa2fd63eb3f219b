package nl.idcontact.telephony.domain.tck;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.port.AuthResultOpener;

/** Opens the tokens that it has issued itself and refuses all others: an auth plugin without cryptography. */
public final class KnownResults implements AuthResultOpener {
    private final Map<AuthResultToken, AuthResult> issued = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    /** A new token for {@code result}, different from every other. */
    public AuthResultToken issue(AuthResult result) {
        AuthResultToken token = new AuthResultToken("auth-result-token-" + number.incrementAndGet());
        issued.put(token, result);
        return token;
    }

    @Override
    public Opening open(AuthResultToken token, Instant now) {
        return Optional.ofNullable(issued.get(token))
                .<Opening>map(Opening.Opened::new)
                .orElse(new Opening.Refused(Refusal.UNDECRYPTABLE));
    }
}
