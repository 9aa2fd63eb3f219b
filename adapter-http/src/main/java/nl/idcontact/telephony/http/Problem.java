package nl.idcontact.telephony.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no better answer, as {@code application/problem+json} (RFC 9457).
 *
 * @param type a URN that ends with the problem's slug
 * @param title the kind of problem, in words
 * @param status the HTTP status
 * @param detail this problem in words, the same for everyone who meets it
 * @param attemptsLeft how many more codes a call may key in; only where that matters
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer attemptsLeft) {
    private static final String URN = "urn:id-contact:telephony:";

    static Problem of(int status, String slug, String title, String detail) {
        return new Problem(URN + slug, title, status, detail, null);
    }

    Problem withAttemptsLeft(int attempts) {
        return new Problem(type, title, status, detail, attempts);
    }
}
