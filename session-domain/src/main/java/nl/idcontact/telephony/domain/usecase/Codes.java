package nl.idcontact.telephony.domain.usecase;

import java.util.random.RandomGenerator;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.ResultCode;

/** Makes codes, each character uniform and independent of all others. */
final class Codes {
    private static final String DIGITS = "0123456789";
    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static final int BYTE_VALUES = 256;
    /** As many as are hardly ever dropped of one draw. */
    private static final int SPARE = 6;

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

    /**
     * Bytes are drawn by the dozen, since a strong generator takes its time for each call, however little it is asked for. Those
     * past the last whole alphabet are dropped, so that no character is likelier than others.
     */
    private String draw(String alphabet, int length) {
        int fair = BYTE_VALUES - BYTE_VALUES % alphabet.length();
        StringBuilder drawn = new StringBuilder(length);
        byte[] bytes = new byte[length + SPARE];
        while (drawn.length() < length) {
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length && drawn.length() < length; i++) {
                int value = Byte.toUnsignedInt(bytes[i]);
                if (value < fair) {
                    drawn.append(alphabet.charAt(value % alphabet.length()));
                }
            }
        }
        return drawn.toString();
    }
}
