package nl.idcontact.telephony.http;

import java.util.function.Supplier;
import nl.idcontact.telephony.domain.usecase.EndSession;

/** {@code POST /session_info/{sessionid}/logout}: an agent logs the resident out. */
final class LogoutHandler implements Endpoint {
    private final EndSession endSession;
    private final Requests requests;

    LogoutHandler(EndSession endSession, Requests requests) {
        this.endSession = endSession;
        this.requests = requests;
    }

    @Override
    public Supplier<Answer> accept(Incoming request) {
        Requests.Claim claim = requests.claim(request);
        return () -> Replies.done(endSession.end(claim.call(), claim.token()));
    }
}
