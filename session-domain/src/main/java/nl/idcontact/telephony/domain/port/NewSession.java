package nl.idcontact.telephony.domain.port;

import java.util.Optional;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Fingerprints;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.model.ResultCode;

/**
 * A session as it is to be stored first.
 *
 * @param session the fingerprint of its result code, which names it from now on
 * @param code its DTMF code, which no live session may have under any of these fingerprints
 * @param purpose what the resident calls about
 * @param result the auth result, if the login came before the start
 */
public record NewSession(
        Fingerprint<ResultCode> session, Fingerprints<DtmfCode> code, Purpose purpose, Optional<SealedResult> result) {}
