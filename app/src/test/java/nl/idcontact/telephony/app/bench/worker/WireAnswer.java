package nl.idcontact.telephony.app.bench.worker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** As much of HTTP/1.1 as this server answers. */
final class WireAnswer {
    private static final String HEAD_END = "\r\n\r\n";
    private static final String LENGTH = "\r\ncontent-length:";

    private WireAnswer() {}

    /**
     * The body of the answer of which {@code count} bytes have arrived, or nothing if more must come.
     *
     * @throws IOException if its status is not 200
     */
    static Optional<String> body(byte[] bytes, int count) throws IOException {
        String text = new String(bytes, 0, count, ISO_8859_1);
        int head = text.indexOf(HEAD_END);
        if (head < 0) {
            return Optional.empty();
        }
        if (!text.startsWith("HTTP/1.1 200")) {
            throw new IOException("Answered " + text.substring(0, text.indexOf("\r\n")));
        }
        int begin = head + HEAD_END.length();
        int length = length(text.substring(0, head));
        return count < begin + length ? Optional.empty() : Optional.of(new String(bytes, begin, length, UTF_8));
    }

    private static int length(String head) {
        int name = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        if (name < 0) {
            return 0;
        }
        int end = head.indexOf('\r', name + LENGTH.length());
        String value = head.substring(name + LENGTH.length(), end < 0 ? head.length() : end);
        return Integer.parseInt(value.trim());
    }
}
