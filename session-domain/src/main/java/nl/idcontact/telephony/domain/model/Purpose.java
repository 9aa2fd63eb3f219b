package nl.idcontact.telephony.domain.model;

/**
 * The tag of what a resident calls about, for example {@code report_move}.
 *
 * @param tag 1 to 200 code points without control characters or lone surrogates
 */
public record Purpose(String tag) {
    /** The longest purpose, in code points. */
    public static final int MAX_LENGTH = 200;

    public Purpose {
        WellFormed.text("A purpose", tag, MAX_LENGTH);
    }
}
