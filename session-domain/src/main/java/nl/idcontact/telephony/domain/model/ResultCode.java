package nl.idcontact.telephony.domain.model;

import java.util.regex.Pattern;

/**
 * The unguessable id in {@code attr_url}, to which an auth plugin posts the auth result. It does not show itself.
 *
 * @param value 22 to 128 letters and digits of ASCII: 22 of them have 130 bits
 */
public record ResultCode(String value) {
    /** The fewest characters, which still have more than 128 bits. */
    public static final int MIN_LENGTH = 22;
    /** The most characters. */
    public static final int MAX_LENGTH = 128;

    private static final Pattern ALPHANUMERIC = Pattern.compile("[A-Za-z0-9]{22,128}");

    public ResultCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A result code must have 22 to 128 letters and digits");
        }
    }

    /** Whether {@code value} has the form of a result code; what has not, belongs to no session. */
    public static boolean isValid(String value) {
        return ALPHANUMERIC.matcher(value).matches();
    }

    @Override
    public String toString() {
        return "ResultCode[***]";
    }
}
