package nl.idcontact.telephony.app.support;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The agent's page while it follows a call: an open event stream, and what came by it. */
public final class Follower implements AutoCloseable {
    private final HttpResponse<Stream<String>> response;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    Follower(HttpResponse<Stream<String>> response) {
        this.response = response;
        Thread reader = new Thread(this::read, "follower");
        reader.setDaemon(true);
        reader.start();
    }

    public int status() {
        return response.statusCode();
    }

    /** The lines that came so far. */
    public List<String> lines() {
        return lines;
    }

    /** Whether any line so far contains this. */
    public boolean hasSeen(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    /** Whether the stream has come to its end. */
    public boolean isOver() {
        return over;
    }

    /** Turns away; what still comes is not read. */
    @Override
    public void close() {
        response.body().close();
    }

    private void read() {
        try (Stream<String> body = response.body()) {
            body.forEach(lines::add);
        } catch (UncheckedIOException cut) {
            lines.add("(cut off)");
        } finally {
            over = true;
        }
    }
}
