package nl.idcontact.telephony.domain.model;

import java.time.Instant;

/**
 * The state of a session that a follower has already seen.
 *
 * @param session the session
 * @param resultSeen whether its auth result was there
 * @param lastActivity its last activity then
 * @param expiresAt the instant at which it ends without further activity
 */
public record Watch(Fingerprint<ResultCode> session, boolean resultSeen, Instant lastActivity, Instant expiresAt) {}
