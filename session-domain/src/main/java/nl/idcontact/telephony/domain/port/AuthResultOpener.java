package nl.idcontact.telephony.domain.port;

import java.time.Instant;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.AuthResultToken;

/** Decrypts an auth result and verifies who signed it. */
public interface AuthResultOpener {
    /**
     * Opens a token as it stands at {@code now}, which decides whether it is expired or not yet valid.
     *
     * <p>{@link Opening.Opened} if it is in every respect acceptable, else {@link Opening.Refused} with the reason, which is for
     * operators and must not reach the sender. Never throws for anything that stands in a token.
     */
    Opening open(AuthResultToken token, Instant now);

    /** What came of opening a token. */
    sealed interface Opening {
        /** Answers with the case that applies. */
        <R> R match(Cases<R> cases);

        /** One answer a case. */
        interface Cases<R> {
            R opened(AuthResult result);

            R refused(Refusal reason);
        }

        /** The auth result that stood in it. */
        record Opened(AuthResult result) implements Opening {
            @Override
            public <R> R match(Cases<R> cases) {
                return cases.opened(result);
            }
        }

        /** Nothing that may be believed. */
        record Refused(Refusal reason) implements Opening {
            @Override
            public <R> R match(Cases<R> cases) {
                return cases.refused(reason);
            }
        }
    }

    /** Why a token was refused. */
    enum Refusal {
        /** Not a compact JWE, or not a JWS inside it, or with a header that is not acceptable. */
        MALFORMED,
        /** An algorithm that is not on the list of the key's type. */
        ALGORITHM,
        /** None of the keys decrypts it. */
        UNDECRYPTABLE,
        /** None of the keys verifies its signature. */
        SIGNATURE,
        /** Its {@code exp} is past. */
        EXPIRED,
        /** Its {@code iat} or {@code nbf} is in the future. */
        NOT_YET_VALID,
        /** A claim is missing or not what it must be. */
        CLAIMS
    }
}
