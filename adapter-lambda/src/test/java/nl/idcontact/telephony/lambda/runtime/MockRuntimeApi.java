package nl.idcontact.telephony.lambda.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** The AWS Lambda Runtime API (version 2018-06-01) over HTTP: hands events to a function's process and takes its answers. */
public final class MockRuntimeApi implements AutoCloseable {
    private static final String INVOCATION = "/2018-06-01/runtime/invocation/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();
    private final CompletableFuture<String> initError = new CompletableFuture<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    public MockRuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
    public String address() {
        return server.getAddress().getHostString() + ":" + server.getAddress().getPort();
    }

    /** Hands an event, as JSON, to the function and waits for what it makes of it. */
    public Answer invoke(String event) {
        Invocation invocation = new Invocation("request-" + ids.incrementAndGet(), event);
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        answers.put(invocation.id, answer);
        waiting.add(invocation);
        return await(answer);
    }

    /** Waits until the function has started and asks for its first event. */
    public void awaitReady() {
        await(ready);
    }

    /** What the function's process reported instead of getting ready. */
    public String initError() {
        return await(initError);
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The function's process has not answered", e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (path.equals(INVOCATION + "next")) {
            handOutNext(exchange);
        } else if (path.endsWith("/restore/next")) {
            reply(exchange, 200, "");
        } else {
            // The reply first: who waits for the answer may end the process at once.
            reply(exchange, 202, "{\"status\":\"OK\"}");
            if (path.endsWith("/init/error")) {
                initError.complete(body);
            } else {
                String[] idAndKind = path.substring(INVOCATION.length()).split("/");
                answers.get(idAndKind[0]).complete(new Answer(idAndKind[1].equals("error"), body));
            }
        }
    }

    private void handOutNext(HttpExchange exchange) throws IOException {
        ready.complete(null);
        try {
            Invocation invocation = waiting.take();
            exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", invocation.id);
            exchange.getResponseHeaders()
                    .add(
                            "Lambda-Runtime-Deadline-Ms",
                            Long.toString(Instant.now().plusSeconds(7).toEpochMilli()));
            exchange.getResponseHeaders()
                    .add(
                            "Lambda-Runtime-Invoked-Function-Arn",
                            "arn:aws:lambda:eu-central-1:123456789012:function:link-phone:live");
            reply(exchange, 200, invocation.event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }

    private record Invocation(String id, String event) {}

    /** What the function answered, or the error it ended with, as JSON. */
    public record Answer(boolean failed, String json) {}
}
