package nl.idcontact.telephony.domain.port;

import java.util.List;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.Fingerprints;

/**
 * An auth result that arrived for a result code.
 *
 * @param token all fingerprints of the token it came in
 * @param candidates the result sealed once for each fingerprint of the result code: at most one of these sessions exists
 */
public record ReceivedResult(Fingerprints<AuthResultToken> token, List<SealedResult> candidates) {}
