package nl.idcontact.telephony.app.config;

/**
 * The two listeners.
 *
 * @param internal for the core, the auth plugins and operators
 * @param open the public one, for telephony and agents' browsers
 */
public record Listeners(Listener internal, Listener open) {

    /** Whether they are the same, so that one listener serves both tables of addresses. */
    public boolean shared() {
        return internal.equals(open) && internal.port() != 0;
    }
}
