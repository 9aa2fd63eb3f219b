package nl.idcontact.telephony.domain.port;

import java.time.Duration;
import java.util.Set;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.model.ResultCode;

/** What can happen to a session. No event carries a code, a token or the value of an attribute. */
public sealed interface SessionEvent {
    /** A session was started. */
    record Started(Fingerprint<ResultCode> session, Purpose purpose) implements SessionEvent {}

    /** An auth result was stored, with the start or after it; {@code repeated} if it was there already. */
    record AuthResultAccepted(Fingerprint<ResultCode> session, AuthResult.Status status, boolean repeated)
            implements SessionEvent {}

    /** A token was not believed. */
    record AuthResultRefused(AuthResultOpener.Refusal reason) implements SessionEvent {}

    /** A token was fine, but there is no session for it. */
    record AuthResultUnmatched() implements SessionEvent {}

    /** A token was fine, but its session has another one already. */
    record AuthResultConflicted(Fingerprint<ResultCode> session) implements SessionEvent {}

    /** A call keyed in a code; {@code repeated} if it had done so before. */
    record Linked(Fingerprint<ResultCode> session, PhoneSessionId call, Duration sinceStart, boolean repeated)
            implements SessionEvent {}

    /** A call keyed in a code and got nothing. */
    record LinkRefused(PhoneSessionId call, Reason reason) implements SessionEvent {
        /** Why. */
        public enum Reason {
            UNKNOWN_CODE,
            TOO_MANY_ATTEMPTS,
            TOO_MANY_WRONG_CODES
        }
    }

    /** Attributes were handed out. */
    record Released(
            Fingerprint<ResultCode> session, PhoneSessionId call, Set<String> attributeNames, Duration sinceLink)
            implements SessionEvent {}

    /** Somebody asked for a call's attributes without the right to, or for those of no session. */
    record ReleaseRefused(PhoneSessionId call) implements SessionEvent {}

    /** An agent logged the resident out. */
    record Ended(Fingerprint<ResultCode> session, PhoneSessionId call) implements SessionEvent {}

    /** Expired sessions were removed. */
    record Purged(int sessions) implements SessionEvent {}
}
