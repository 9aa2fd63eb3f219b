package nl.idcontact.telephony.lambda;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the backend is, and what proves that we may link calls there. */
final class Settings {
    private final URL callUrl;
    private final String bearer;
    private final @Nullable InputKey inputKey;

    private Settings(URL callUrl, String bearer, @Nullable InputKey inputKey) {
        this.callUrl = callUrl;
        this.bearer = bearer;
        this.inputKey = inputKey;
    }

    /** @throws IllegalStateException if a variable is absent or unusable; the message never shows the secret */
    static Settings of(Map<String, String> environment) {
        String inputKey = environment.get("INPUT_PRIVATE_KEY");
        return new Settings(
                url(environment.get("CALL_URL")),
                "Bearer " + secret(environment.get("LINK_SECRET")),
                inputKey == null || inputKey.isBlank() ? null : InputKey.of(inputKey));
    }

    /** The address of {@code /link_phone}. */
    URL callUrl() {
        return callUrl;
    }

    /** The value of the header {@code Authorization}. */
    String bearer() {
        return bearer;
    }

    /** What opens encrypted input; absent unless the flow encrypts it. */
    @Nullable
    InputKey inputKey() {
        return inputKey;
    }

    boolean encrypted() {
        return callUrl.getProtocol().equals("https");
    }

    private static URL url(@Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "CALL_URL is not set: give the address of /link_phone, such as https://telephony.example/link_phone");
        }
        try {
            URI uri = URI.create(value.strip());
            boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            boolean plain = uri.getUserInfo() == null && uri.getFragment() == null;
            if (!http || uri.getHost() == null || !plain || uri.getPort() > 65_535) {
                throw unusable();
            }
            return uri.toURL();
        } catch (IllegalArgumentException | MalformedURLException e) {
            throw unusable();
        }
    }

    private static IllegalStateException unusable() {
        return new IllegalStateException(
                "CALL_URL is not an absolute https (or http) address without user and fragment: give the address of"
                        + " /link_phone, such as https://telephony.example/link_phone");
    }

    /** Only what may stand in a header (RFC 9110 section 5.5): anything else would be refused, with the value in the message. */
    private static String secret(@Nullable String value) {
        String secret = value == null ? "" : value.strip();
        if (secret.isEmpty()) {
            throw new IllegalStateException("LINK_SECRET is not set: give the secret of [global.link] of the backend");
        }
        for (int i = 0; i < secret.length(); i++) {
            if (secret.charAt(i) < ' ' || secret.charAt(i) > '~') {
                throw new IllegalStateException(
                        "LINK_SECRET has a character outside printable ASCII, which cannot stand in a header");
            }
        }
        return secret;
    }
}
