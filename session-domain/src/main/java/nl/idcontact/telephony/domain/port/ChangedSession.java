package nl.idcontact.telephony.domain.port;

import java.util.Optional;

/**
 * A watched session that is no longer as it was seen.
 *
 * @param index its place among those that were asked about, from 0
 * @param now as it is, or nothing if it is gone
 */
public record ChangedSession(int index, Optional<StoredSession> now) {}
