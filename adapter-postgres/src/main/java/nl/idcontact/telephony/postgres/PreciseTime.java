package nl.idcontact.telephony.postgres;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * A time as PostgreSQL itself has it: eight bytes with the microseconds since 2000 (its {@code timestamptz_recv}). The driver
 * would send text, which both sides take longer for, and each of our statements has several times.
 */
final class PreciseTime extends PGobject implements PGBinaryObject {
    private static final long serialVersionUID = 1L;
    private static final long YEAR_2000 = micros(Instant.parse("2000-01-01T00:00:00Z"));

    private final Instant time;

    PreciseTime(Instant time) {
        this.type = "timestamptz";
        this.time = time;
    }

    @Override
    public int lengthInBytes() {
        return Long.BYTES;
    }

    @Override
    public void toBytes(byte[] bytes, int offset) {
        ByteBuffer.wrap(bytes).putLong(offset, micros(time) - YEAR_2000);
    }

    /** As text, for connections that are told to send nothing else. */
    @Override
    public String getValue() {
        return time.toString();
    }

    @Override
    public void setByteValue(byte[] bytes, int offset) {
        throw new UnsupportedOperationException("Only sent, never received");
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }
}
