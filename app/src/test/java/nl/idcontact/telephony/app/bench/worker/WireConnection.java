package nl.idcontact.telephony.app.bench.worker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * A kept-alive connection that speaks as much HTTP/1.1 as this server answers. The callers share the machine with what they
 * measure, so they must be cheap: a general client takes a third of a core here.
 */
final class WireConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    WireConnection(URI base) throws IOException {
        socket = new Socket(base.getHost(), base.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        in = new BufferedInputStream(socket.getInputStream(), 4096);
        out = socket.getOutputStream();
    }

    /** Posts {@code body} and gives the body of the answer, which must be 200. */
    String post(String path, String bearer, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: bench\r\nContent-Type: " + type + "\r\nContent-Length: "
                + bytes.length + authorization(bearer) + "\r\n\r\n";
        byte[] request = new byte[head.length() + bytes.length];
        System.arraycopy(head.getBytes(ISO_8859_1), 0, request, 0, head.length());
        System.arraycopy(bytes, 0, request, head.length(), bytes.length);
        out.write(request);
        return answer();
    }

    /** Gets the body of what is at {@code path}; the answer must be 200. */
    String get(String path, String bearer) throws IOException {
        out.write(
                ("GET " + path + " HTTP/1.1\r\nHost: bench" + authorization(bearer) + "\r\n\r\n").getBytes(ISO_8859_1));
        return answer();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static String authorization(String bearer) {
        return bearer.isEmpty() ? "" : "\r\nAuthorization: Bearer " + bearer;
    }

    private String answer() throws IOException {
        String status = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).trim());
            }
        }
        byte[] body = in.readNBytes(length);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("Answered " + status);
        }
        return new String(body, UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
