package nl.idcontact.telephony.domain.port;

import java.time.Instant;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.model.SessionVersion;

/**
 * A linked session as it is read back.
 *
 * @param session its name
 * @param version the state that this is
 * @param purpose what the resident calls about
 * @param sealedResult the encrypted auth result, once it has arrived
 * @param linkedAt when its code was keyed in first
 * @param lastActivity its last activity
 * @param expiresAt when it ends without further activity
 */
public record StoredSession(
        Fingerprint<ResultCode> session,
        SessionVersion version,
        Purpose purpose,
        Optional<byte[]> sealedResult,
        Instant linkedAt,
        Instant lastActivity,
        Instant expiresAt) {}
