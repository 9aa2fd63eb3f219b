package nl.idcontact.telephony.app.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What a server answered.
 *
 * @param took from the sending of the request until the answer was complete
 * @param repeated whether it was asked before and asked to come back
 */
public record Answer(HttpResponse<String> response, Duration took, boolean repeated) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    /** The first header of that name, or nothing at all. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last part of a problem's type. */
    public String problem() {
        return json().path("type").asText().replaceFirst("urn:id-contact:telephony:", "");
    }

    /** Of a start: the number to call. */
    public String phonenumber() {
        return json().path("client_url").asText().replaceFirst("^tel:", "").replaceFirst(",.*", "");
    }

    /** Of a start: the code to key in. */
    public String code() {
        return json().path("client_url").asText().replaceFirst(".*,", "");
    }

    /** Of a start: where the auth result goes, as a path. */
    public String resultPath() {
        return URI.create(json().path("attr_url").asText()).getPath();
    }

    /** Of a link. */
    public String releaseToken() {
        return json().path("release_token").asText();
    }
}
