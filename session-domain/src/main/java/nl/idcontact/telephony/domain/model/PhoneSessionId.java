package nl.idcontact.telephony.domain.model;

/**
 * The id of a call at the telephony side: with Amazon Connect the {@code InitialContactId}, else the {@code ContactId}.
 *
 * @param value 1 to 256 code points without control characters or lone surrogates
 */
public record PhoneSessionId(String value) {
    /** The longest id, in code points. */
    public static final int MAX_LENGTH = 256;

    public PhoneSessionId {
        WellFormed.text("A phone session id", value, MAX_LENGTH);
    }
}
