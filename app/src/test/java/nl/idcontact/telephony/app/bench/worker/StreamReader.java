package nl.idcontact.telephony.app.bench.worker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.idcontact.telephony.app.bench.worker.HttpFlows.LinkedCall;

/** One page's event stream: told its session at once, and once more when that changes. */
final class StreamReader {
    private static final int PATIENCE_SECONDS = 30;

    private final CompletableFuture<Long> first = new CompletableFuture<>();
    private final CompletableFuture<Long> second = new CompletableFuture<>();
    private final ByteBuffer request;

    StreamReader(LinkedCall call) {
        String head = "GET /session_info/" + call.id() + "/events HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer "
                + call.releaseToken() + "\r\n\r\n";
        request = ByteBuffer.wrap(head.getBytes(ISO_8859_1));
    }

    void ask(SocketChannel channel) throws IOException {
        channel.write(request);
    }

    /** What arrived; events are small, and never come in pieces over a loopback. */
    void arrived(ByteBuffer bytes) {
        String text = ISO_8859_1.decode(bytes).toString();
        if (text.contains("event: session")) {
            long now = System.nanoTime();
            if (!first.complete(now)) {
                second.complete(now);
            }
        }
    }

    void broken(String why) {
        first.completeExceptionally(new IOException(why));
        second.completeExceptionally(new IOException(why));
    }

    void awaitFirst() throws Exception {
        first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    long awaitSecond() throws Exception {
        return second.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
