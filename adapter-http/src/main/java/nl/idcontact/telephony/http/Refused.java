package nl.idcontact.telephony.http;

/** A request that goes no further, with the reply that it gets. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    Refused(Problem problem) {
        this(Reply.problem(problem));
    }

    Refused(Reply reply) {
        super("Refused", null, false, false);
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }
}
