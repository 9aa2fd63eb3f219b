package nl.idcontact.telephony.app;

/** The server cannot start, and its operator can do something about it. The message is one sentence for them, without secrets. */
public final class CannotStart extends Exception {

    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence) {
        super(sentence, null, false, false);
    }
}
