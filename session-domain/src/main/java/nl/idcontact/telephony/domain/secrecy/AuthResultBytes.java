package nl.idcontact.telephony.domain.secrecy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.Attributes;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.AuthResult.Status;

/**
 * An auth result as bytes, before it is sealed: a version, the status, the time in seconds and nanoseconds (or none), the
 * session URL (or an empty text), then the number of attributes and each one's name and value. A text is its length in bytes
 * and its UTF-8.
 */
final class AuthResultBytes {
    private static final int VERSION = 1;

    private AuthResultBytes() {}

    static byte[] write(AuthResult result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeBoolean(result.status() == Status.SUCCESS);
            out.writeBoolean(result.authenticatedAt().isPresent());
            Instant time = result.authenticatedAt().orElse(Instant.EPOCH);
            out.writeLong(time.getEpochSecond());
            out.writeInt(time.getNano());
            writeText(out, result.sessionUrl().map(URI::toString).orElse(""));
            Map<String, String> attributes = result.attributes().values();
            out.writeInt(attributes.size());
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                writeText(out, attribute.getKey());
                writeText(out, attribute.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    static AuthResult read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException(
                        "A sealed result of version " + version + " was written by a newer server");
            }
            Status status = in.readBoolean() ? Status.SUCCESS : Status.FAILED;
            boolean timed = in.readBoolean();
            Instant time = Instant.ofEpochSecond(in.readLong(), in.readInt());
            String sessionUrl = readText(in);
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                attributes.put(readText(in), readText(in));
            }
            return new AuthResult(
                    status,
                    new Attributes(attributes),
                    timed ? Optional.of(time) : Optional.empty(),
                    sessionUrl.isEmpty() ? Optional.empty() : Optional.of(URI.create(sessionUrl)));
        } catch (IOException e) {
            throw new UncheckedIOException("A sealed result is cut short", e);
        }
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
