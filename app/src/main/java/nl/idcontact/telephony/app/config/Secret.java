package nl.idcontact.telephony.app.config;

/**
 * A text that nobody may see: a bearer secret or a password. Only {@link #reveal()} shows it.
 *
 * @param reveal the text itself; never put it into a message
 */
public record Secret(String reveal) {

    @Override
    public String toString() {
        return "***";
    }
}
