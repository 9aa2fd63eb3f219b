package nl.idcontact.telephony.app.bench.worker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import nl.idcontact.telephony.app.bench.worker.HttpFlows.LinkedCall;

/** Reads many event streams in one thread. */
final class StreamLoop {
    private final InetSocketAddress address;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);

    StreamLoop(URI base) throws IOException {
        address = new InetSocketAddress(base.getHost(), base.getPort());
        Thread thread = new Thread(this::loop, "stream-readers");
        thread.setDaemon(true);
        thread.start();
    }

    /** Opens the stream of {@code call}. */
    StreamReader read(LinkedCall call) throws IOException {
        StreamReader reader = new StreamReader(call);
        SocketChannel channel = SocketChannel.open(address);
        channel.configureBlocking(false);
        reader.ask(channel);
        channel.register(selector, SelectionKey.OP_READ, reader);
        selector.wakeup();
        return reader;
    }

    private void loop() {
        try {
            while (true) {
                selector.select(this::arrived, 50);
            }
        } catch (IOException broken) {
            System.err.println("No stream is read any more: " + broken);
        }
    }

    private void arrived(SelectionKey key) {
        StreamReader reader = (StreamReader) key.attachment();
        try {
            buffer.clear();
            int count = ((SocketChannel) key.channel()).read(buffer);
            if (count < 0) {
                reader.broken("The server closed the stream");
                key.channel().close();
            } else {
                reader.arrived(buffer.flip());
            }
        } catch (IOException broken) {
            reader.broken(broken.toString());
            key.cancel();
        }
    }
}
