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
    /** Tells {@code listener} about this event, each kind with its own method. */
    void tell(Listener listener);

    /** Hears every kind of event. */
    interface Listener {
        void started(Started event);

        void authResultAccepted(AuthResultAccepted event);

        void authResultRefused(AuthResultRefused event);

        void authResultUnmatched(AuthResultUnmatched event);

        void authResultConflicted(AuthResultConflicted event);

        void linked(Linked event);

        void linkRefused(LinkRefused event);

        void released(Released event);

        void releaseRefused(ReleaseRefused event);

        void ended(Ended event);

        void purged(Purged event);
    }

    /** A session was started. */
    record Started(Fingerprint<ResultCode> session, Purpose purpose) implements SessionEvent {
        @Override
        public void tell(Listener listener) {
            listener.started(this);
        }
    }

    /** An auth result was stored, with the start or after it; {@code repeated} if it was there already. */
    record AuthResultAccepted(Fingerprint<ResultCode> session, AuthResult.Status status, boolean repeated)
            implements SessionEvent {
        @Override
        public void tell(Listener listener) {
            listener.authResultAccepted(this);
        }
    }

    /** A token was not believed. */
    record AuthResultRefused(AuthResultOpener.Refusal reason) implements SessionEvent {
        @Override
        public void tell(Listener listener) {
            listener.authResultRefused(this);
        }
    }

    /** A token was fine, but there is no session for it. */
    record AuthResultUnmatched() implements SessionEvent {
        @Override
        public void tell(Listener listener) {
            listener.authResultUnmatched(this);
        }
    }

    /** A token was fine, but its session has another one already. */
    record AuthResultConflicted(Fingerprint<ResultCode> session) implements SessionEvent {
        @Override
        public void tell(Listener listener) {
            listener.authResultConflicted(this);
        }
    }

    /** A call keyed in a code; {@code repeated} if it had done so before. */
    record Linked(Fingerprint<ResultCode> session, PhoneSessionId call, Duration sinceStart, boolean repeated)
            implements SessionEvent {
        @Override
        public void tell(Listener listener) {
            listener.linked(this);
        }
    }

    /** A call keyed in a code and got nothing. */
    record LinkRefused(PhoneSessionId call, Reason reason) implements SessionEvent {
        @Override
        public void tell(Listener listener) {
            listener.linkRefused(this);
        }

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
            implements SessionEvent {
        @Override
        public void tell(Listener listener) {
            listener.released(this);
        }
    }

    /** Somebody asked for a call's attributes without the right to, or for those of no session. */
    record ReleaseRefused(PhoneSessionId call) implements SessionEvent {
        @Override
        public void tell(Listener listener) {
            listener.releaseRefused(this);
        }
    }

    /** An agent logged the resident out. */
    record Ended(Fingerprint<ResultCode> session, PhoneSessionId call) implements SessionEvent {
        @Override
        public void tell(Listener listener) {
            listener.ended(this);
        }
    }

    /** Expired sessions were removed. */
    record Purged(int sessions) implements SessionEvent {
        @Override
        public void tell(Listener listener) {
            listener.purged(this);
        }
    }
}
