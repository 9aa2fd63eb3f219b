package nl.idcontact.telephony.lambda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;

/** One request and its answer over an open connection, which is left ready for the next. */
final class Exchange {
    /** An answer has some hundred bytes; more than this is no answer of the backend. */
    static final int MOST_BYTES = 64 * 1024;

    private Exchange() {}

    static Reply over(HttpURLConnection connection, byte[] body) throws IOException {
        try (OutputStream request = connection.getOutputStream()) {
            request.write(body);
        }
        int status = connection.getResponseCode();
        try (InputStream answer = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Reply(status, answer == null ? new byte[0] : read(answer));
        } catch (TooLong e) {
            connection.disconnect();
            throw e;
        }
    }

    private static byte[] read(InputStream answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        byte[] buffer = new byte[4096];
        for (int n = answer.read(buffer); n >= 0; n = answer.read(buffer)) {
            bytes.write(buffer, 0, n);
            if (bytes.size() > MOST_BYTES) {
                throw new TooLong();
            }
        }
        return bytes.toByteArray();
    }

    /** The answer is longer than any of the backend's. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
