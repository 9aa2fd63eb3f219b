package nl.idcontact.telephony.http.jose;

import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;

/** A token is not to be believed. Has no stack trace, message or cause, since each of them might show what stood in it. */
final class TokenRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal reason;

    TokenRefused(Refusal reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Refusal reason() {
        return reason;
    }
}
