package nl.idcontact.telephony.domain.model;

/**
 * An auth result as an auth plugin posts it: encrypted and signed, not yet opened. It does not show itself.
 *
 * @param compact the JWE in compact serialization (RFC 7516 section 7.1), without white space around it
 */
public record AuthResultToken(String compact) {
    public AuthResultToken {
        compact = compact.strip();
    }

    @Override
    public String toString() {
        return "AuthResultToken[***]";
    }
}
