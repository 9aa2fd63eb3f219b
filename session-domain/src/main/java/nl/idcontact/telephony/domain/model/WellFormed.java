package nl.idcontact.telephony.domain.model;

/** Checks that text from outside can be stored, compared and shown everywhere. */
final class WellFormed {
    private WellFormed() {}

    /**
     * @return {@code text}, if it has 1 to {@code maxCodePoints} code points, none of which is a control character
     *     (Unicode category Cc) or a lone surrogate
     * @throws IllegalArgumentException if not; the message does not show the text
     */
    static String text(String what, String text, int maxCodePoints) {
        long length = text.codePoints().count();
        if (length < 1 || length > maxCodePoints) {
            throw new IllegalArgumentException(what + " must have 1 to " + maxCodePoints + " characters");
        }
        if (text.codePoints().anyMatch(WellFormed::isUnfit)) {
            throw new IllegalArgumentException(what + " must not have control characters or lone surrogates");
        }
        return text;
    }

    private static boolean isUnfit(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
