package nl.idcontact.telephony.app.bench;

import java.util.Locale;

/**
 * What should be.
 *
 * @param what in words
 * @param measured what is
 * @param bound what it is held against
 * @param atLeast whether the bound is below, else above
 */
record Goal(String what, double measured, double bound, boolean atLeast) {
    static Goal atLeast(String what, double measured, double bound) {
        return new Goal(what, measured, bound, true);
    }

    static Goal atMost(String what, double measured, double bound) {
        return new Goal(what, measured, bound, false);
    }

    boolean met() {
        return atLeast ? measured >= bound : measured <= bound;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %s %.2f | %s |",
                what,
                measured,
                atLeast ? "≥" : "≤",
                bound,
                met() ? "met" : "NOT met");
    }
}
