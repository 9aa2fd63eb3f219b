package nl.idcontact.telephony.domain.port;

import java.time.Duration;
import java.time.Instant;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.model.ResultCode;

/** What came of a code that was keyed in. */
public sealed interface LinkOutcome {
    /** Answers with the case that applies. */
    <R> R match(Cases<R> cases);

    /** One answer a case. */
    interface Cases<R> {
        R linked(Linked linked);

        R unknownCode(UnknownCode unknown);

        R tooManyAttempts();

        R tooManyWrongCodes(TooManyWrongCodes tooMany);
    }

    /**
     * The call has the session.
     *
     * @param startedAt when the session started
     * @param repeated whether the very same pair was linked before
     */
    record Linked(Fingerprint<ResultCode> session, Purpose purpose, Instant startedAt, boolean repeated)
            implements LinkOutcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.linked(this);
        }
    }

    /**
     * No session for this call and code; counted as an attempt.
     *
     * @param attemptsLeft how many more this call has, 0 or more
     */
    record UnknownCode(int attemptsLeft) implements LinkOutcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unknownCode(this);
        }
    }

    /** The call has used up its attempts; not counted. */
    enum TooManyAttempts implements LinkOutcome {
        TOO_MANY_ATTEMPTS;

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tooManyAttempts();
        }
    }

    /**
     * All calls together have keyed in too many wrong codes; not counted.
     *
     * @param retryAfter how long until one more is borne, more than nothing and at most a minute
     */
    record TooManyWrongCodes(Duration retryAfter) implements LinkOutcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tooManyWrongCodes(this);
        }
    }
}
