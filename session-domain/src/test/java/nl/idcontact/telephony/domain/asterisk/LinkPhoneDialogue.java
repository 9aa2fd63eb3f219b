package nl.idcontact.telephony.domain.asterisk;

import java.util.Optional;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.usecase.LinkCall;
import nl.idcontact.telephony.domain.usecase.LinkResult;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;

/**
 * The dialogue of an Asterisk server with a caller, over FastAGI: it answers, asks for the code until it is right, nothing is
 * keyed in or no attempt is left, and leaves the outcome in channel variables for the dial plan.
 */
final class LinkPhoneDialogue implements AgiScript {
    static final String PURPOSE = "ID_CONTACT_PURPOSE";
    static final String RELEASE_TOKEN = "ID_CONTACT_RELEASE_TOKEN";
    static final String STATUS = "ID_CONTACT_STATUS";

    private static final int ANSWER_TIME_MILLIS = 10_000;
    private static final int LONGEST_CODE = 32;

    private final LinkCall linkCall;

    LinkPhoneDialogue(LinkCall linkCall) {
        this.linkCall = linkCall;
    }

    @Override
    public void service(AgiRequest request, AgiChannel channel) throws AgiException {
        PhoneSessionId call = new PhoneSessionId(request.getUniqueId());
        channel.answer();
        Step step = Step.ASK;
        while (step == Step.ASK) {
            Optional<DtmfCode> code = ask(channel);
            step = code.isPresent() ? link(code.get(), call).play(channel) : Step.end("NO_CODE", channel);
        }
    }

    private static Optional<DtmfCode> ask(AgiChannel channel) throws AgiException {
        String keyedIn = channel.getData("id-contact-enter-code", ANSWER_TIME_MILLIS, LONGEST_CODE);
        boolean isCode = keyedIn != null && keyedIn.matches("[0-9]{1,32}");
        return isCode ? Optional.of(new DtmfCode(keyedIn)) : Optional.empty();
    }

    private Reaction link(DtmfCode code, PhoneSessionId call) {
        return linkCall.link(code, call).match(new LinkResult.Cases<>() {
            @Override
            public Reaction linked(LinkResult.Linked linked) {
                return channel -> {
                    channel.setVariable(PURPOSE, linked.purpose().tag());
                    channel.setVariable(RELEASE_TOKEN, linked.releaseToken().value());
                    return Step.end("LINKED", channel);
                };
            }

            @Override
            public Reaction unknownCode(LinkResult.UnknownCode unknown) {
                return channel -> {
                    channel.streamFile("id-contact-unknown-code");
                    return unknown.attemptsLeft() > 0 ? Step.ASK : Step.end("UNKNOWN_CODE", channel);
                };
            }

            @Override
            public Reaction tooManyAttempts(LinkResult.TooManyAttempts tooMany) {
                return channel -> Step.end("TOO_MANY_ATTEMPTS", channel);
            }
        });
    }

    private enum Step {
        ASK,
        END;

        static Step end(String status, AgiChannel channel) throws AgiException {
            channel.setVariable(STATUS, status);
            return END;
        }
    }

    @FunctionalInterface
    private interface Reaction {
        Step play(AgiChannel channel) throws AgiException;
    }
}
