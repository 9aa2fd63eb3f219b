package nl.idcontact.telephony.http;

import java.util.function.Supplier;
import nl.idcontact.telephony.domain.usecase.ReleaseAttributes;

/** {@code GET /session_info/{sessionid}}: an agent's page asks who is calling. */
final class SessionInfoHandler implements Endpoint {
    private final ReleaseAttributes releaseAttributes;
    private final Requests requests;

    SessionInfoHandler(ReleaseAttributes releaseAttributes, Requests requests) {
        this.releaseAttributes = releaseAttributes;
        this.requests = requests;
    }

    @Override
    public Supplier<Answer> accept(Incoming request) {
        Requests.Claim claim = requests.claim(request);
        return () -> Replies.of(releaseAttributes.release(claim.call(), claim.token()));
    }
}
