package nl.idcontact.telephony.http;

import java.util.function.Supplier;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.usecase.ReceiveAuthResult;

/** {@code POST /session_result/{code}}: an auth plugin reports how a login went. */
final class SessionResultHandler implements Endpoint {
    private final ReceiveAuthResult receiveAuthResult;

    SessionResultHandler(ReceiveAuthResult receiveAuthResult) {
        this.receiveAuthResult = receiveAuthResult;
    }

    @Override
    public Supplier<Answer> accept(Incoming request) {
        AuthResultToken token = Requests.authResult(request);
        String code = request.path().getOrDefault("code", "");
        return () -> Replies.of(receiveAuthResult.receive(code, token));
    }
}
