package nl.idcontact.telephony.http.jose;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.port.AuthResultOpener;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Opening;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;

/** Opens tokens at noon and tells what came of it. */
final class Openings {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Openings() {}

    static AuthResultOpener opener(AuthResultTokens tokens, CryptoProvider crypto) {
        return new NimbusAuthResultOpener(List.of(tokens.decryptionKey()), List.of(tokens.signatureKey()), crypto);
    }

    /** With native code and without. */
    static Stream<CryptoProvider> providers() {
        return Stream.of(CryptoProvider.fastest(), CryptoProvider.jdk());
    }

    static AuthResult opened(AuthResultOpener opener, String token) {
        return opened(opener, token, NOON);
    }

    static AuthResult opened(AuthResultOpener opener, String token, Instant now) {
        return opener.open(new AuthResultToken(token), now).match(new Opening.Cases<>() {
            @Override
            public AuthResult opened(AuthResult result) {
                return result;
            }

            @Override
            public AuthResult refused(Refusal reason) {
                throw new AssertionError("Refused: " + reason);
            }
        });
    }

    static Refusal refused(AuthResultOpener opener, String token) {
        return refused(opener, token, NOON);
    }

    static Refusal refused(AuthResultOpener opener, String token, Instant now) {
        return opener.open(new AuthResultToken(token), now).match(new Opening.Cases<>() {
            @Override
            public Refusal opened(AuthResult result) {
                throw new AssertionError("Opened: " + result);
            }

            @Override
            public Refusal refused(Refusal reason) {
                return reason;
            }
        });
    }
}
