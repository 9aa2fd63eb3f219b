package nl.idcontact.telephony.http;

import java.util.Optional;
import java.util.function.Supplier;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.usecase.StartSession;
import nl.idcontact.telephony.http.HttpSettings.Telephone;
import nl.idcontact.telephony.http.Shapes.StartRequest;

/** {@code POST /start_communication}: the core starts a session. */
final class StartCommunicationHandler implements Endpoint {
    private final StartSession startSession;
    private final Telephone telephone;

    StartCommunicationHandler(StartSession startSession, Telephone telephone) {
        this.startSession = startSession;
        this.telephone = telephone;
    }

    @Override
    public Supplier<Answer> accept(Incoming request) {
        StartRequest wish = Requests.json(request, StartRequest.class);
        Purpose purpose = Requests.required(wish.purpose(), Purpose::new);
        Optional<AuthResultToken> token = Optional.ofNullable(wish.authResult()).map(AuthResultToken::new);
        return () -> Replies.of(startSession.start(purpose, token), purpose, telephone);
    }
}
