package nl.idcontact.telephony.domain.model;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A keyed hash, by which a secret value is stored and found again without being known to the store.
 *
 * @param <T> what it is the fingerprint of, so that one kind is never taken for another
 */
@SuppressWarnings("UnusedTypeParameter") // it exists for the compiler only
public final class Fingerprint<T> {
    private final byte[] bytes;

    public Fingerprint(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** The hash, 32 bytes when made by {@code StorageKeys}. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint<?> that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The first eight bytes in hexadecimal: enough to tell sessions apart in an audit trail, of no use to anybody. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
    }
}
