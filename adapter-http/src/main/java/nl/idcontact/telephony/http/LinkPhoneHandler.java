package nl.idcontact.telephony.http;

import java.util.function.Supplier;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.usecase.LinkCall;
import nl.idcontact.telephony.http.Shapes.LinkRequest;

/** {@code POST /link_phone}: the telephony side has a code that was keyed in. */
final class LinkPhoneHandler implements Endpoint {
    private final LinkCall linkCall;
    private final Bearer.Secrets secrets;

    LinkPhoneHandler(LinkCall linkCall, Bearer.Secrets secrets) {
        this.linkCall = linkCall;
        this.secrets = secrets;
    }

    @Override
    public Supplier<Answer> accept(Incoming request) {
        secrets.check(request);
        LinkRequest wish = Requests.json(request, LinkRequest.class);
        DtmfCode code = Requests.required(wish.dtmf(), DtmfCode::new);
        PhoneSessionId call = Requests.required(wish.sessionid(), PhoneSessionId::new);
        return () -> Replies.of(linkCall.link(code, call));
    }
}
