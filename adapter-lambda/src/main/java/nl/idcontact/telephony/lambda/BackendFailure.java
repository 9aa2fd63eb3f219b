package nl.idcontact.telephony.lambda;

/**
 * The backend failed, refused, or was too slow: the flow's error branch runs.
 *
 * <p>It carries no cause: a message from below could repeat what was sent.
 */
final class BackendFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackendFailure(String message) {
        super(message);
    }
}
