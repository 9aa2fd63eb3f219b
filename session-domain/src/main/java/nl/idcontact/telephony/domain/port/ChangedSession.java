package nl.idcontact.telephony.domain.port;

import java.util.Optional;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.ResultCode;

/**
 * A watched session that is no longer as it was seen.
 *
 * @param session its name
 * @param now as it is, or nothing if it is gone
 */
public record ChangedSession(Fingerprint<ResultCode> session, Optional<StoredSession> now) {}
