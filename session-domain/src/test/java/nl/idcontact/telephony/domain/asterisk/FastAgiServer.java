package nl.idcontact.telephony.domain.asterisk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.AgiServerThread;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.util.ServerSocketFacade;

/** Asterisk-Java's FastAGI server on a free port of this machine, in a thread of its own. */
final class FastAgiServer implements AutoCloseable {
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final DefaultAgiServer server;
    private final AgiServerThread thread;

    private FastAgiServer(AgiScript dialogue) {
        server = new DefaultAgiServer(dialogue) {
            @Override
            protected ServerSocketFacade createServerSocket() throws IOException {
                ServerSocketFacade socket = super.createServerSocket();
                port.complete(getPort());
                return socket;
            }
        };
        thread = new AgiServerThread(server);
    }

    /** A server that is ready for calls, each of which has {@code dialogue}. */
    static FastAgiServer serving(AgiScript dialogue) throws Exception {
        FastAgiServer agi = new FastAgiServer(dialogue);
        agi.server.setAddress(InetAddress.getLoopbackAddress());
        agi.server.setPort(freePort());
        agi.thread.startup();
        agi.port();
        return agi;
    }

    int port() throws IOException {
        try {
            return port.get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IOException("The FastAGI server did not start", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
