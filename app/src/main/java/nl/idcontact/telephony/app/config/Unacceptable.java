package nl.idcontact.telephony.app.config;

import java.util.List;

/** A configured value is not what it must be. The reasons say what would be right and never quote the value. */
final class Unacceptable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    Unacceptable(String reason) {
        this(List.of(reason));
    }

    Unacceptable(List<String> reasons) {
        super(String.join("; ", reasons), null, false, false);
        this.reasons = List.copyOf(reasons);
    }

    List<String> reasons() {
        return reasons;
    }
}
