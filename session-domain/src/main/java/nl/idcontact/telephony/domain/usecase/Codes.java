package nl.idcontact.telephony.domain.usecase;

import java.util.random.RandomGenerator;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.ResultCode;

/** Makes codes, each character uniform and independent of all others. */
final class Codes {
    private static final String DIGITS = "0123456789";
    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final RandomGenerator random;
    private final int dtmfLength;
    private final int resultLength;

    Codes(RandomGenerator random, int dtmfLength, int resultLength) {
        this.random = random;
        this.dtmfLength = dtmfLength;
        this.resultLength = resultLength;
    }

    DtmfCode dtmfCode() {
        return new DtmfCode(draw(DIGITS, dtmfLength));
    }

    ResultCode resultCode() {
        return new ResultCode(draw(ALPHANUMERIC, resultLength));
    }

    private String draw(String alphabet, int length) {
        StringBuilder drawn = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            drawn.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return drawn.toString();
    }
}
