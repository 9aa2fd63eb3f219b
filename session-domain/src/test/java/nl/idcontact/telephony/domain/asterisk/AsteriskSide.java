package nl.idcontact.telephony.domain.asterisk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.model.ReleaseToken;
import nl.idcontact.telephony.domain.tck.TelephonySide;
import nl.idcontact.telephony.domain.usecase.LinkCall;

/** The telephony side that an Asterisk server reaches over FastAGI, with calls that are played over its wire. */
final class AsteriskSide implements TelephonySide {
    private final FastAgiServer server;

    AsteriskSide(LinkCall linkCall) throws Exception {
        server = FastAgiServer.serving(new LinkPhoneDialogue(linkCall));
    }

    @Override
    public Optional<Handover> call(PhoneSessionId call, List<String> keyedIn) throws IOException {
        Map<String, String> variables = play(call, keyedIn).variables();
        if (!"LINKED".equals(variables.get(LinkPhoneDialogue.STATUS))) {
            return Optional.empty();
        }
        return Optional.of(new Handover(
                new Purpose(variables.get(LinkPhoneDialogue.PURPOSE)),
                new ReleaseToken(variables.get(LinkPhoneDialogue.RELEASE_TOKEN))));
    }

    /** Plays a call and lets it be looked at. */
    PlayedAsterisk play(PhoneSessionId call, List<String> keyedIn) throws IOException {
        PlayedAsterisk asterisk = new PlayedAsterisk(keyedIn);
        asterisk.call(server.port(), call.value());
        return asterisk;
    }

    @Override
    public void close() {
        server.close();
    }
}
