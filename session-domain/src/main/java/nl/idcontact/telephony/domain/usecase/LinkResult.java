package nl.idcontact.telephony.domain.usecase;

import java.time.Duration;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.model.ReleaseToken;

/** What a call gets for the code that was keyed in. */
public sealed interface LinkResult {
    /** Answers with the case that applies. */
    <R> R match(Cases<R> cases);

    /** One answer a case. */
    interface Cases<R> {
        R linked(Linked linked);

        R unknownCode(UnknownCode unknown);

        R tooManyAttempts(TooManyAttempts tooMany);
    }

    /**
     * The call has the session.
     *
     * @param releaseToken with which its attributes may be had
     */
    record Linked(Purpose purpose, ReleaseToken releaseToken) implements LinkResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.linked(this);
        }
    }

    /**
     * No session for this call and code.
     *
     * @param attemptsLeft how many more codes this call may key in
     */
    record UnknownCode(int attemptsLeft) implements LinkResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unknownCode(this);
        }
    }

    /**
     * No more codes are borne.
     *
     * @param retryAfter when all calls together have guessed too often: how long until one more is borne; nothing when this
     *     call has used up its attempts
     */
    record TooManyAttempts(Optional<Duration> retryAfter) implements LinkResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tooManyAttempts(this);
        }
    }
}
