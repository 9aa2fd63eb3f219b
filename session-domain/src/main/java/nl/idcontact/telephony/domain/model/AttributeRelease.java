package nl.idcontact.telephony.domain.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What an agent may see of a caller. It follows from two independent facts, the link and the auth result, which arrive
 * in either order.
 */
public sealed interface AttributeRelease {
    /** Answers with the case that applies. */
    <R> R match(Cases<R> cases);

    /** One answer a case. */
    interface Cases<R> {
        R released(Released released);

        R awaitingAuthResult(AwaitingAuthResult awaiting);

        R authenticationFailed(AuthenticationFailed failed);

        R noSession();
    }

    /** The login succeeded: here is what was verified. */
    record Released(LinkedSession session, Attributes attributes, Optional<Instant> authenticatedAt)
            implements AttributeRelease {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.released(this);
        }
    }

    /** The caller keyed in the code and has not finished the login. */
    record AwaitingAuthResult(LinkedSession session) implements AttributeRelease {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.awaitingAuthResult(this);
        }
    }

    /** The login failed, for good. */
    record AuthenticationFailed(LinkedSession session, Optional<Instant> authenticatedAt) implements AttributeRelease {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.authenticationFailed(this);
        }
    }

    /** Nothing to release: never linked, expired, ended, or not with this token. */
    enum NoSession implements AttributeRelease {
        NO_SESSION;

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.noSession();
        }
    }
}
