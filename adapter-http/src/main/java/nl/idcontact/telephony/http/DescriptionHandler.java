package nl.idcontact.telephony.http;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Supplier;

/** {@code GET /openapi.json}: what both listeners take and answer (OpenAPI 3.1). */
final class DescriptionHandler implements Endpoint {
    private final Reply description = Reply.of(200, "application/json", Buffer.buffer(read()));

    @Override
    public Supplier<Answer> accept(Incoming request) {
        return () -> description;
    }

    private static byte[] read() {
        try (InputStream document = DescriptionHandler.class.getResourceAsStream("openapi.json")) {
            return Objects.requireNonNull(document).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
