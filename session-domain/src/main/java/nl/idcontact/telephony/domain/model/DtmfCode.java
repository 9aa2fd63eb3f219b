package nl.idcontact.telephony.domain.model;

import java.util.regex.Pattern;

/**
 * The digits that a resident keys in on the phone. Secret until used: it does not show itself.
 *
 * @param digits 1 to 32 ASCII digits
 */
public record DtmfCode(String digits) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,32}");

    public DtmfCode {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("A DTMF code must have 1 to 32 digits 0 to 9");
        }
    }

    @Override
    public String toString() {
        return "DtmfCode[***]";
    }
}
