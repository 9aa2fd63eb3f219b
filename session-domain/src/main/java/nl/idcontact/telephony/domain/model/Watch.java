package nl.idcontact.telephony.domain.model;

import java.time.Instant;

/**
 * The state of a session that a follower has already seen.
 *
 * @param session the session
 * @param version its state
 * @param resultSeen whether its auth result was there
 * @param expiresAt the instant at which it ends without further activity
 */
public record Watch(Fingerprint<ResultCode> session, SessionVersion version, boolean resultSeen, Instant expiresAt) {}
