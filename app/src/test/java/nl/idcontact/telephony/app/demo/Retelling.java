package nl.idcontact.telephony.app.demo;

import com.sun.net.httpserver.HttpExchange;

/** One exchange on its way, told when it is over; of an event stream each event by itself. */
final class Retelling {
    private final String method;
    private final String path;
    private final String address;
    private final int status;
    private final String sent;
    private final boolean stream;
    private final boolean page;
    private final Onlooker.Witness witness;
    private String received = "";

    Retelling(HttpExchange exchange, int status, String sent, Onlooker.Witness witness) {
        this.method = exchange.getRequestMethod();
        this.path = exchange.getRequestURI().getPath();
        this.address = exchange.getRequestURI().toString();
        this.status = status;
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        this.sent = authorization == null ? sent : authorization + " " + sent;
        String type = exchange.getResponseHeaders().getFirst("Content-Type");
        this.stream = type != null && type.startsWith("text/event-stream");
        this.page = type != null && type.startsWith("text/html");
        this.witness = witness;
    }

    void passed(String text) {
        received += text;
        int end = received.indexOf("\n\n");
        while (stream && end >= 0) {
            event(received.substring(0, end));
            received = received.substring(end + 2);
            end = received.indexOf("\n\n");
        }
    }

    void finished() {
        if (!stream) {
            witness.saw(path, new Wire(method, address, status, sent, page ? "" : received));
        }
    }

    /** Comments, which keep the connection alive, are nobody's news. */
    private void event(String lines) {
        if (lines.contains("data:")) {
            witness.saw(path, new Wire(method, address, status, sent, lines));
        }
    }
}
