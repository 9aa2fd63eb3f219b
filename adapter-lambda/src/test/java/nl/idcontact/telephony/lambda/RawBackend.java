package nl.idcontact.telephony.lambda;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A backend that misbehaves below HTTP: it has read the request and then does as told with the connection. */
final class RawBackend implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Behaviour behaviour;

    RawBackend(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        daemon(this::accept);
    }

    /** Sends the beginning, and then the same piece for ever, one every 50 ms. */
    static RawBackend dripping(String beginning, String piece) throws IOException {
        return new RawBackend((backend, out) -> {
            out.write(beginning.getBytes(US_ASCII));
            while (!backend.closed.await(50, TimeUnit.MILLISECONDS)) {
                out.write(piece.getBytes(US_ASCII));
                out.flush();
            }
        });
    }

    static RawBackend silent() throws IOException {
        return new RawBackend((backend, out) -> backend.closed.await());
    }

    static RawBackend hangingUp() throws IOException {
        return new RawBackend((backend, out) -> {});
    }

    String url() {
        return "http://localhost:" + server.getLocalPort() + "/link_phone";
    }

    int requests() {
        return requests.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("}") < 0) {
                int c = in.read();
                if (c < 0) {
                    return;
                }
                head.append((char) c);
            }
            requests.incrementAndGet();
            behaviour.answer(this, socket.getOutputStream());
        } catch (IOException | InterruptedException e) {
            // The other side has gone, which is what is tested.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-backend");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }

    interface Behaviour {
        void answer(RawBackend backend, OutputStream out) throws IOException, InterruptedException;
    }
}
