package nl.idcontact.telephony.http.jose;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;

/** When a token may be believed (RFC 7519 sections 4.1.4 to 4.1.6). */
final class Validity {
    /** By how much the clock of an auth plugin may be ahead of ours. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private Optional<Instant> expiresAt = Optional.empty();
    private Optional<Instant> issuedAt = Optional.empty();
    private Optional<Instant> notBefore = Optional.empty();

    void expiresAt(Instant time) {
        expiresAt = Optional.of(time);
    }

    void issuedAt(Instant time) {
        issuedAt = Optional.of(time);
    }

    void notBefore(Instant time) {
        notBefore = Optional.of(time);
    }

    Optional<Instant> issuedAt() {
        return issuedAt;
    }

    /** @throws TokenRefused if it never expires, has expired by {@code now}, or begins more than a minute after it */
    void check(Instant now) throws TokenRefused {
        Instant expiry = expiresAt.orElseThrow(() -> new TokenRefused(Refusal.CLAIMS));
        if (!now.isBefore(expiry)) {
            throw new TokenRefused(Refusal.EXPIRED);
        }
        Instant latest = now.plus(SKEW);
        if (issuedAt.filter(latest::isBefore).isPresent()
                || notBefore.filter(latest::isBefore).isPresent()) {
            throw new TokenRefused(Refusal.NOT_YET_VALID);
        }
    }
}
