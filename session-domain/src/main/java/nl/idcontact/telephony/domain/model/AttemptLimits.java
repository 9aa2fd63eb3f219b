package nl.idcontact.telephony.domain.model;

/**
 * How many wrong codes are borne.
 *
 * @param perCall wrong codes of one phone session, at least 1
 * @param perMinute wrong codes of all phone sessions together in the last 60 seconds; 0 is no limit
 */
public record AttemptLimits(int perCall, int perMinute) {
    public AttemptLimits {
        if (perCall < 1 || perMinute < 0) {
            throw new IllegalArgumentException("At least one attempt for a call, and no negative limit");
        }
    }
}
