package nl.idcontact.telephony.app.support;

/** Which of the two listeners, by the port that it has in the OpenAPI document. */
public enum Listener {
    INTERNAL(":8000"),
    PUBLIC(":8001");

    private final String usualPort;

    Listener(String usualPort) {
        this.usualPort = usualPort;
    }

    String usualPort() {
        return usualPort;
    }
}
