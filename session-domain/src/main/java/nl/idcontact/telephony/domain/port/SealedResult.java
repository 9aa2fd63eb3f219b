package nl.idcontact.telephony.domain.port;

import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.ResultCode;

/**
 * An encrypted auth result, bound to one session.
 *
 * @param session the only session with which it can be opened again
 * @param token the fingerprint of the token it came in, by which a repeat is known
 * @param sealed the cipher text
 */
public record SealedResult(Fingerprint<ResultCode> session, Fingerprint<AuthResultToken> token, byte[] sealed) {}
