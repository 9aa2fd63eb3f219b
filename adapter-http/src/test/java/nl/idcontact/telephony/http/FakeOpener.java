package nl.idcontact.telephony.http;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.idcontact.telephony.domain.model.Attributes;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.port.AuthResultOpener;

/** Opens the tokens that were announced to it, and refuses all others. */
final class FakeOpener implements AuthResultOpener {
    static final Instant LOGIN = Instant.parse("2026-11-23T11:59:00Z");

    private final Map<String, AuthResult> known = new ConcurrentHashMap<>();

    /** A token of a login that succeeded. */
    String succeeded(String token, Map<String, String> attributes) {
        return announce(token, AuthResult.Status.SUCCESS, attributes, Optional.empty());
    }

    /** A token of a login that succeeded, whose auth plugin wants to be told of a logout. */
    String succeeded(String token, Map<String, String> attributes, URI sessionUrl) {
        return announce(token, AuthResult.Status.SUCCESS, attributes, Optional.of(sessionUrl));
    }

    /** A token of a login that failed. */
    String failed(String token) {
        return announce(token, AuthResult.Status.FAILED, Map.of(), Optional.empty());
    }

    private String announce(
            String token, AuthResult.Status status, Map<String, String> attributes, Optional<URI> sessionUrl) {
        known.put(token, new AuthResult(status, new Attributes(attributes), Optional.of(LOGIN), sessionUrl));
        return token;
    }

    @Override
    public Opening open(AuthResultToken token, Instant now) {
        AuthResult result = known.get(token.compact());
        return result == null ? new Opening.Refused(Refusal.MALFORMED) : new Opening.Opened(result);
    }
}
