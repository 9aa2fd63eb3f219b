package nl.idcontact.telephony.lambda;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;

/** A whole HTTP answer of the backend. */
final class Reply {
    /** An answer has some hundred bytes; more than this is no answer of the backend. */
    private static final int MOST_BYTES = 64 * 1024;

    final int status;
    final byte[] body;

    private Reply(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    /**
     * Sends the request over an open connection, which is then ready for the next.
     *
     * @throws EOFException if the answer was cut off
     * @throws BackendFailure if the answer is longer than any of the backend's
     */
    static Reply over(HttpURLConnection connection, byte[] request) throws IOException {
        try (OutputStream out = connection.getOutputStream()) {
            out.write(request);
        }
        int status = connection.getResponseCode();
        try (InputStream answer = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Reply(status, answer == null ? new byte[0] : read(answer, connection.getContentLengthLong()));
        } catch (BackendFailure e) {
            connection.disconnect();
            throw e;
        }
    }

    /** Up to the end of the stream, which the connection takes for the end of the answer, however much was announced. */
    private static byte[] read(InputStream answer, long announced) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        byte[] buffer = new byte[4096];
        for (int n = answer.read(buffer); n >= 0; n = answer.read(buffer)) {
            bytes.write(buffer, 0, n);
            if (bytes.size() > MOST_BYTES) {
                throw new BackendFailure("The backend's answer is longer than " + MOST_BYTES + " bytes");
            }
        }
        if (bytes.size() < announced) {
            throw new EOFException();
        }
        return bytes.toByteArray();
    }
}
