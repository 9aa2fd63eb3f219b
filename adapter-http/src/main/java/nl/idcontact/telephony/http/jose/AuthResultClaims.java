package nl.idcontact.telephony.http.jose;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.idcontact.telephony.domain.model.Attributes;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.AuthResult.Status;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;

/** The claims of an auth result whose signature has been verified. Claims that it does not know are ignored. */
final class AuthResultClaims {
    /** ID Contact's own, and that of its successor Verder Helpen. */
    private static final Set<String> SUBJECTS = Set.of("id-contact-attributes", "verder-helpen-attributes");

    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Validity validity = new Validity();
    private Optional<String> subject = Optional.empty();
    private Optional<Status> status = Optional.empty();
    private Optional<URI> sessionUrl = Optional.empty();

    private AuthResultClaims() {}

    /** @throws TokenRefused if they are not a JSON object, or one of them has the wrong type or shape */
    static AuthResultClaims parse(byte[] payload) throws TokenRefused {
        AuthResultClaims claims = new AuthResultClaims();
        StrictJson.readObject(payload, Refusal.CLAIMS, claims::read);
        return claims;
    }

    /** @throws TokenRefused if a claim is missing or has a value that is not acceptable, or the time is not right */
    AuthResult toAuthResult(Instant now) throws TokenRefused {
        if (subject.filter(SUBJECTS::contains).isEmpty()) {
            throw new TokenRefused(Refusal.CLAIMS);
        }
        Status known = status.orElseThrow(() -> new TokenRefused(Refusal.CLAIMS));
        validity.check(now);
        Attributes verified = known == Status.SUCCESS ? new Attributes(attributes) : Attributes.NONE;
        return new AuthResult(known, verified, validity.issuedAt(), sessionUrl);
    }

    private void read(String name, JsonParser value) throws IOException, TokenRefused {
        switch (name) {
            case "sub" -> subject = Optional.of(text(value));
            case "status" -> status = Optional.of(status(text(value)));
            case "attributes" -> readAttributes(value);
            case "session_url" -> sessionUrl = Optional.of(SessionUrl.parse(text(value)));
            case "exp" -> validity.expiresAt(NumericDate.at(value));
            case "iat" -> validity.issuedAt(NumericDate.at(value));
            case "nbf" -> validity.notBefore(NumericDate.at(value));
            default -> value.skipChildren();
        }
    }

    private void readAttributes(JsonParser value) throws IOException, TokenRefused {
        if (value.currentToken() != JsonToken.START_OBJECT) {
            throw new TokenRefused(Refusal.CLAIMS);
        }
        for (String name = value.nextFieldName(); name != null; name = value.nextFieldName()) {
            value.nextToken();
            if (!StrictJson.isWellFormed(name)) {
                throw new TokenRefused(Refusal.CLAIMS);
            }
            attributes.put(name, text(value));
        }
    }

    private static String text(JsonParser value) throws IOException, TokenRefused {
        return StrictJson.text(value).orElseThrow(() -> new TokenRefused(Refusal.CLAIMS));
    }

    // "succes" is how ID Contact spells it, "success" how Verder Helpen does.
    private static Status status(String text) throws TokenRefused {
        return switch (text) {
            case "succes", "success" -> Status.SUCCESS;
            case "failed" -> Status.FAILED;
            default -> throw new TokenRefused(Refusal.CLAIMS);
        };
    }
}
