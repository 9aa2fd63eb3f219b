package nl.idcontact.telephony.domain.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Fingerprints;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.model.Watch;

/**
 * Where sessions are kept. It never sees a code, a phone session id, an attribute or a token: only fingerprints and
 * sealed results.
 *
 * <p>A session is live until the end of its {@code Lifetime}, with which the store is made. One that is no longer live
 * is absent from every answer and in nobody's way, purged or not.
 *
 * <p>Every verb is one atomic step: of racing calls, each sees the other's effect whole or not at all. Every verb throws
 * {@link StoreUnavailable} if the store cannot be reached; the step has then been made whole or not at all, and asking
 * again is safe. The contract test of this module's test-jar ({@code SessionStoreContract}) is the rulebook.
 */
public interface SessionStore {
    /** What came of a new session. */
    enum CreateOutcome {
        CREATED,
        CODE_TAKEN
    }

    /** What came of an auth result. */
    enum ReceiveOutcome {
        STORED,
        REPEATED,
        ALREADY_RECEIVED,
        UNKNOWN_SESSION
    }

    /**
     * The answer to an auth result.
     *
     * @param outcome what came of it
     * @param session the name of the session that was meant, under whichever key it was stored; nothing if none is live
     */
    record Receipt(ReceiveOutcome outcome, Optional<Fingerprint<ResultCode>> session) {}

    /**
     * A session that was removed.
     *
     * @param sealedResult its encrypted auth result, if it had one when it was removed
     */
    record Removed(Optional<byte[]> sealedResult) {}

    /** What came of activity. */
    enum TouchOutcome {
        RENEWED,
        RENEWED_FEEDBACK_DUE,
        GONE
    }

    /**
     * What a purge removed.
     *
     * @param sessions expired sessions removed
     * @param more whether the limit was reached, so that there may be more
     */
    record Purged(int sessions, boolean more) {}

    /**
     * Stores a new session.
     *
     * <p>CREATED if no live session has its DTMF code; CODE_TAKEN if one has, and nothing is stored. Atomic: of sessions
     * racing for one code exactly one is created. {@code now} becomes the start and the last activity.
     */
    CreateOutcome create(NewSession session, Instant now);

    /**
     * Stores an auth result.
     *
     * <p>STORED the first time; REPEATED for the very same token again, ALREADY_RECEIVED for another one, neither of which
     * changes anything; UNKNOWN_SESSION if none of the candidates' sessions is live. Atomic: of results racing for one
     * session exactly one is STORED. {@code now} decides what is live and becomes the last activity when STORED.
     */
    Receipt receive(ReceivedResult result, Instant now);

    /**
     * Records {@code call} as the phone session that keyed in {@code code}.
     *
     * <p>LINKED the first time and for every repeat of the same pair; UNKNOWN_CODE if no live session has this code,
     * another call holds it, or this call already holds another session; TOO_MANY_ATTEMPTS once the call has missed
     * {@code limits.perCall()} times; TOO_MANY_WRONG_CODES while all calls together have missed
     * {@code limits.perMinute()} times in the last minute. An UNKNOWN_CODE is counted as a miss of this call and of the
     * minute, nothing else is; a call's misses are forgotten one ttl after its last. Atomic: of calls racing for one code
     * exactly one is linked, of misses racing no more than the limit are counted. {@code now} decides what is live and
     * what is counted, and becomes the last activity when LINKED, the time of the link the first time.
     */
    LinkOutcome link(Fingerprints<DtmfCode> code, Fingerprints<PhoneSessionId> call, AttemptLimits limits, Instant now);

    /**
     * The live session that {@code call} is linked to, if there is one. Changes nothing; {@code now} decides what is live.
     */
    Optional<StoredSession> find(Fingerprints<PhoneSessionId> call, Instant now);

    /**
     * Renews the last activity of a live session to {@code now}.
     *
     * <p>RENEWED_FEEDBACK_DUE the first time after the result has come, and whenever the auth plugin has not been due for feedback for a
     * minute, then recorded as such; RENEWED otherwise; GONE if the session is not live. Atomic: of calls racing within one minute
     * exactly one is due.
     */
    TouchOutcome touch(Fingerprint<ResultCode> session, Instant now);

    /**
     * Removes a session for good. What it was when it was removed, for exactly one of those who race, and only if it was live
     * at {@code now}: a result that arrives in the meantime is either part of it or finds no session any more.
     */
    Optional<Removed> end(Fingerprint<ResultCode> session, Instant now);

    /**
     * Those of the watched sessions that are not as they were seen: with a result that was not there, with other activity,
     * or no longer live at {@code now}; one that only seems so may be among them. Changes nothing. One question for all of
     * them, so that an instance asks it twice a second for as many event streams as it likes.
     */
    List<ChangedSession> changed(List<Watch> watched, Instant now);

    /**
     * Removes what is no longer live at {@code now}: at most {@code limit} sessions, and misses that are forgotten. Safe
     * on several instances at once, which then share the work.
     */
    Purged purge(int limit, Instant now);

    /** When the oldest session that is still stored started, live or not; nothing if there is none. */
    Optional<Instant> oldestStart();
}
