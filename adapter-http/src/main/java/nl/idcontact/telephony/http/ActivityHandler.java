package nl.idcontact.telephony.http;

import java.util.function.Supplier;
import nl.idcontact.telephony.domain.usecase.KeepAlive;

/** {@code POST /session_info/{sessionid}/activity}: an agent still works with the session. */
final class ActivityHandler implements Endpoint {
    private final KeepAlive keepAlive;
    private final Requests requests;

    ActivityHandler(KeepAlive keepAlive, Requests requests) {
        this.keepAlive = keepAlive;
        this.requests = requests;
    }

    @Override
    public Supplier<Answer> accept(Incoming request) {
        Requests.Claim claim = requests.claim(request);
        return () -> Replies.done(keepAlive.keepAlive(claim.call(), claim.token()));
    }
}
