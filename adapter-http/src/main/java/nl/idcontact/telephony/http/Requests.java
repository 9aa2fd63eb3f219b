package nl.idcontact.telephony.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.ReleaseToken;
import org.jspecify.annotations.Nullable;

/** Reads what requests say. Whatever cannot be read is {@link Refused}. */
final class Requests {
    private final boolean releaseTokenRequired;

    Requests(boolean releaseTokenRequired) {
        this.releaseTokenRequired = releaseTokenRequired;
    }

    /** The body as JSON. */
    static <T> T json(Incoming request, Class<T> shape) {
        if (!request.contentType().map(Requests::isJson).orElse(true)) {
            throw new Refused(Problems.UNSUPPORTED_MEDIA_TYPE);
        }
        return Json.read(request.body(), shape);
    }

    /** The body as an auth result, whatever it is said to be. */
    static AuthResultToken authResult(Incoming request) {
        return new AuthResultToken(new String(request.body(), StandardCharsets.ISO_8859_1));
    }

    /** A value that must be there and checks itself. */
    static <T> T required(@Nullable String text, Function<String, T> value) {
        if (text == null) {
            throw new Refused(Problems.MALFORMED_REQUEST);
        }
        try {
            return value.apply(text);
        } catch (IllegalArgumentException invalid) {
            throw new Refused(Problems.MALFORMED_REQUEST);
        }
    }

    /** Whose attributes are asked for, and the right to them. */
    Claim claim(Incoming request) {
        Optional<ReleaseToken> token = Bearer.token(request).map(ReleaseToken::new);
        if (releaseTokenRequired && token.isEmpty()) {
            throw Bearer.refusal(request);
        }
        return new Claim(required(request.path().get("sessionid"), PhoneSessionId::new), token);
    }

    /** A call, and the token with which it was asked for. */
    record Claim(PhoneSessionId call, Optional<ReleaseToken> token) {}

    private static boolean isJson(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT).equals("application/json");
    }
}
