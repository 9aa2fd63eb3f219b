package nl.idcontact.telephony.domain;

import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.ResultCode;

/**
 * What an operator may choose about sessions, their lifetime apart, which belongs to the store.
 *
 * @param dtmfLength digits of a DTMF code, 6 to 20
 * @param resultLength characters of a result code, 22 to 128
 * @param attempts how many wrong codes are borne
 * @param releaseTokenRequired false only to replace a telephony plugin that knew no tokens: then the phone session id alone
 *     releases attributes
 */
public record SessionSettings(int dtmfLength, int resultLength, AttemptLimits attempts, boolean releaseTokenRequired) {
    /** Ten digits, 32 characters, three attempts a call, tokens required. */
    public static final SessionSettings DEFAULT = new SessionSettings(10, 32, new AttemptLimits(3, 0), true);

    public SessionSettings {
        if (dtmfLength < 6 || dtmfLength > 20) {
            throw new IllegalArgumentException("A DTMF code must have 6 to 20 digits");
        }
        if (resultLength < ResultCode.MIN_LENGTH || resultLength > ResultCode.MAX_LENGTH) {
            throw new IllegalArgumentException("A result code must have 22 to 128 characters");
        }
    }
}
