package nl.idcontact.telephony.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ties the call of an Amazon Connect contact to the session whose DTMF code was keyed in.
 *
 * <p>Environment: {@code CALL_URL}, the address of the backend's {@code /link_phone}, and {@code LINK_SECRET};
 * {@code INPUT_PRIVATE_KEY} if the flow encrypts what is keyed in. The answer has
 * {@code linked}; with {@code true} also {@code purpose} and {@code releaseToken}, with {@code false} a {@code reason} of
 * {@code unknown_code} and {@code too_many_attempts} (both with {@code attemptsLeft}) or {@code no_code}. Everything else is an
 * exception, so that the flow takes its error branch; no message of it shows the code or the secret.
 *
 * <p>The runtime prefers the method with streams, which spares it the loading of its own JSON library: two thirds of a cold
 * start. The one with maps does the work and is there for callers in the same JVM.
 */
public final class LinkPhoneFunction
        implements RequestHandler<Map<String, Object>, Map<String, String>>, RequestStreamHandler {
    private final LinkService service;

    /**
     * Made once by the Lambda runtime.
     *
     * @throws IllegalStateException if the environment lacks something; names what would be right
     */
    public LinkPhoneFunction() {
        this(System.getenv());
    }

    /**
     * For callers in the same JVM.
     *
     * @param environment stands for the variables of the process
     * @throws IllegalStateException if it lacks something; names what would be right
     */
    public LinkPhoneFunction(Map<String, String> environment) {
        this(Settings.of(environment));
    }

    LinkPhoneFunction(Settings settings) {
        this(new LinkService(settings, LinkService.WHOLE_ANSWER_MILLIS));
        service.warmUp();
    }

    LinkPhoneFunction(LinkService service) {
        this.service = service;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context) throws IOException {
        answer.write(Json.write(handleRequest(Json.read(event.readAllBytes()), context)));
    }

    @Override
    public Map<String, String> handleRequest(Map<String, Object> event, @Nullable Context context) {
        ConnectEvent contact = new ConnectEvent(event, service.inputKey());
        String digits = contact.keyedInDigits();
        if (digits.isEmpty()) {
            Map<String, String> answer = new LinkedHashMap<>();
            answer.put("linked", "false");
            answer.put("reason", "no_code");
            return answer;
        }
        return LinkAnswer.of(service.link(digits, contact.phoneSessionId()));
    }
}
