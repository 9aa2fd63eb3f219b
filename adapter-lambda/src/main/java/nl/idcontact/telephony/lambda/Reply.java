package nl.idcontact.telephony.lambda;

/** A whole HTTP answer of the backend. */
final class Reply {
    final int status;
    final byte[] body;

    Reply(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }
}
