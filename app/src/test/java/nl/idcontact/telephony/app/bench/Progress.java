package nl.idcontact.telephony.app.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Says how far it is, and guesses from the expected seconds of each step how long it takes yet. */
final class Progress {
    private final PrintStream out;
    private final double expected;
    private final long begin = System.nanoTime();
    private double done;

    Progress(PrintStream out, double expectedSeconds) {
        this.out = out;
        this.expected = expectedSeconds;
    }

    /** A step of so many expected seconds begins. */
    void step(String what, double seconds) {
        double share = Math.min(0.99, done / expected);
        double elapsed = (System.nanoTime() - begin) / 1e9;
        double left = done < 10 ? expected - done : elapsed / done * (expected - done);
        out.printf(Locale.ROOT, "%3.0f %%, %4.0f s left: %s%n", 100 * share, Math.max(1, left), what);
        done += seconds;
    }

    /** A line besides. */
    void note(String text) {
        out.println(text);
    }
}
