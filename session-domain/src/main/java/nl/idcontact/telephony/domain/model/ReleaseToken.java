package nl.idcontact.telephony.domain.model;

/**
 * A bearer capability, made at the link, without which no attribute is released. It does not show itself.
 *
 * @param value as it was presented; one that was never made is simply not accepted
 */
public record ReleaseToken(String value) {
    @Override
    public String toString() {
        return "ReleaseToken[***]";
    }
}
