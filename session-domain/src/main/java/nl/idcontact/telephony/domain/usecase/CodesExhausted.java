package nl.idcontact.telephony.domain.usecase;

/** No free DTMF code was found in a bounded number of tries: too many live sessions for codes of this length. */
public final class CodesExhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CodesExhausted(int tries) {
        super("No free DTMF code in " + tries + " tries; longer codes are needed");
    }
}
