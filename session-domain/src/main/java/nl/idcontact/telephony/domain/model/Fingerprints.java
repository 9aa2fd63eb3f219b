package nl.idcontact.telephony.domain.model;

import java.util.List;

/**
 * All fingerprints of one value: one for each storage key, more than one only while keys rotate.
 *
 * @param all the first is the one to write, every one is to be looked up
 * @param <T> what they are the fingerprints of
 */
public record Fingerprints<T>(List<Fingerprint<T>> all) {
    public Fingerprints {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("A value has at least one fingerprint");
        }
    }

    /** Whether there is only one. */
    public boolean isOne() {
        return all.size() == 1;
    }

    /** The fingerprint under the current key. */
    public Fingerprint<T> current() {
        return all.get(0);
    }
}
