package nl.idcontact.telephony.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes that no proper client would send. */
final class RawClient implements AutoCloseable {
    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d{3})", Pattern.MULTILINE);

    private final Socket socket;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    RawClient(URI server) {
        try {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends; characters are bytes. A server that has hung up already is no error. */
    RawClient send(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        } catch (SocketException hungUp) {
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    /** Says that nothing more will come. */
    RawClient finish() {
        try {
            socket.shutdownOutput();
        } catch (IOException hungUp) {
            return this;
        }
        return this;
    }

    /** Everything until the server hangs up, or {@code text} is there. */
    String readUntil(String text) {
        try {
            socket.setSoTimeout(15_000);
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            while (text.isEmpty() || !text().contains(text)) {
                int count = in.read(buffer);
                if (count < 0) {
                    break;
                }
                received.write(buffer, 0, count);
            }
        } catch (SocketTimeoutException silent) {
            throw new AssertionError("Nothing more came after: " + text(), silent);
        } catch (SocketException reset) {
            return text();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return text();
    }

    /** Everything until the server hangs up. */
    String readAll() {
        return readUntil("");
    }

    /** The status of the first answer in {@code text}; 0 if there is none. */
    static int status(String text) {
        Matcher status = STATUS.matcher(text);
        return status.find() ? Integer.parseInt(status.group(1)) : 0;
    }

    private String text() {
        return received.toString(ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
