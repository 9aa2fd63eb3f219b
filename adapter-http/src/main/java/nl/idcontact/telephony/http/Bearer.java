package nl.idcontact.telephony.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bearer tokens in the {@code Authorization} header (RFC 6750 section 2.1). */
final class Bearer {
    /** The scheme's case does not matter (RFC 9110 section 11.1); an operator's secret may have blanks inside. */
    private static final Pattern HEADER =
            Pattern.compile("(?i:Bearer) +([\\x21-\\xff](?:[\\x20-\\xff]*[\\x21-\\xff])?) *");

    private Bearer() {}

    /** The token, if there is exactly one header and it carries one. */
    static Optional<String> token(Incoming request) {
        if (request.authorization().size() != 1) {
            return Optional.empty();
        }
        Matcher header = HEADER.matcher(request.authorization().get(0));
        return header.matches() ? Optional.of(header.group(1)) : Optional.empty();
    }

    /** The refusal of a request; with a token that was not accepted it says so (RFC 6750 section 3.1). */
    static Refused refusal(Incoming request) {
        String challenge = token(request).isPresent()
                ? "Bearer realm=\"id-contact-telephony\", error=\"invalid_token\""
                : "Bearer realm=\"id-contact-telephony\"";
        return new Refused(Reply.problem(Problems.UNAUTHORIZED).with("WWW-Authenticate", challenge));
    }

    /**
     * The secrets of the telephony side. They are compared as hashes: how long that takes tells nothing about them, not even
     * their length.
     */
    static final class Secrets {
        private final List<byte[]> hashes;

        Secrets(List<String> secrets) {
            hashes = secrets.stream()
                    .map(secret -> sha256(secret.getBytes(StandardCharsets.UTF_8)))
                    .toList();
        }

        /**
         * Lets a request pass that shows one of the secrets; any if there are none.
         *
         * @throws Refused if it does not
         */
        void check(Incoming request) {
            if (!hashes.isEmpty() && token(request).filter(this::isKnown).isEmpty()) {
                throw refusal(request);
            }
        }

        private boolean isKnown(String token) {
            // Header bytes arrive as one character each.
            byte[] presented = sha256(token.getBytes(StandardCharsets.ISO_8859_1));
            boolean known = false;
            for (byte[] hash : hashes) {
                known |= MessageDigest.isEqual(hash, presented);
            }
            return known;
        }

        private static byte[] sha256(byte[] bytes) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(bytes);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java has SHA-256", impossible);
            }
        }
    }
}
