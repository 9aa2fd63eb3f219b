package nl.idcontact.telephony.http;

import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.function.Supplier;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.usecase.ReleaseAttributes;

/** {@code GET /session_info/{sessionid}/events}: an agent's page wants to hear of every change. */
final class EventsHandler implements Endpoint {
    /** Nobody keeps, changes or holds back what is streamed; the last header is nginx's. The connection ends with the stream. */
    private static final Reply HEAD = Reply.empty(200)
            .with("Content-Type", "text/event-stream")
            .with("Cache-Control", "no-store, no-transform")
            .with("Connection", "close")
            .with("X-Accel-Buffering", "no");

    private final ReleaseAttributes releaseAttributes;
    private final Requests requests;
    private final EventStreams streams;

    EventsHandler(ReleaseAttributes releaseAttributes, Requests requests, EventStreams streams) {
        this.releaseAttributes = releaseAttributes;
        this.requests = requests;
        this.streams = streams;
    }

    @Override
    public Supplier<Answer> accept(Incoming request) {
        Requests.Claim claim = requests.claim(request);
        if (streams.isFull()) {
            throw new Refused(Reply.problem(Problems.TOO_MANY_STREAMS).with("Retry-After", "2"));
        }
        return () -> {
            Optional<ShownSession> shown = ShownSession.of(releaseAttributes.release(claim.call(), claim.token()));
            return shown.isPresent()
                    ? exchange -> open(exchange, claim.call(), shown.get())
                    : Reply.problem(Problems.UNKNOWN_SESSION);
        };
    }

    private void open(Exchange exchange, PhoneSessionId call, ShownSession shown) {
        Optional<HttpServerResponse> opened = exchange.stream(HEAD);
        if (opened.isEmpty()) {
            return;
        }
        HttpServerResponse response = opened.get();
        EventStream stream = new EventStream(
                call, shown.watch(), response, exchange.context().request().connection());
        response.closeHandler(closed -> streams.remove(stream)).endHandler(ended -> streams.remove(stream));
        stream.session(shown.json(), shown.watch());
        streams.add(stream);
    }
}
