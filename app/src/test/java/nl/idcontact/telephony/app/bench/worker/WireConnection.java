package nl.idcontact.telephony.app.bench.worker;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** A kept-alive connection, for one question at a time. */
final class WireConnection implements AutoCloseable {
    private static final int LONGEST_ANSWER = 8 * 1024;

    private final SocketChannel channel;
    private final ByteBuffer arrived = ByteBuffer.allocate(LONGEST_ANSWER);

    WireConnection(URI base) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(base.getHost(), base.getPort()));
        channel.socket().setTcpNoDelay(true);
    }

    /** Has {@code selector} tell {@code owner} of what arrives; from now on nothing here waits. */
    void tell(Selector selector, Runnable owner) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, owner);
    }

    /** Asks, and waits for the body of the answer. */
    String ask(byte[] request) throws IOException {
        send(request);
        Optional<String> answer = answer();
        while (answer.isEmpty()) {
            answer = answer();
        }
        return answer.get();
    }

    /** Asks. */
    void send(byte[] request) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Takes what has arrived, and gives the body once it is whole. */
    Optional<String> answer() throws IOException {
        if (channel.read(arrived) < 0) {
            throw new EOFException("The server hung up");
        }
        Optional<String> body = WireAnswer.body(arrived.array(), arrived.position());
        if (body.isPresent()) {
            arrived.clear();
        }
        return body;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
