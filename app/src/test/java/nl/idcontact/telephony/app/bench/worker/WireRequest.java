package nl.idcontact.telephony.app.bench.worker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** As much of HTTP/1.1 as it takes to ask this server. */
final class WireRequest {
    private WireRequest() {}

    static byte[] post(String path, String bearer, String type, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: bench\r\nContent-Type: " + type + "\r\nContent-Length: "
                + bytes.length + authorization(bearer) + "\r\n\r\n";
        byte[] request = new byte[head.length() + bytes.length];
        System.arraycopy(head.getBytes(ISO_8859_1), 0, request, 0, head.length());
        System.arraycopy(bytes, 0, request, head.length(), bytes.length);
        return request;
    }

    static byte[] get(String path, String bearer) {
        return ("GET " + path + " HTTP/1.1\r\nHost: bench" + authorization(bearer) + "\r\n\r\n").getBytes(ISO_8859_1);
    }

    private static String authorization(String bearer) {
        return bearer.isEmpty() ? "" : "\r\nAuthorization: Bearer " + bearer;
    }
}
