package nl.idcontact.telephony.app.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What was measured again and again. */
final class Series {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    List<Double> values() {
        return List.copyOf(values);
    }

    double median() {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.isEmpty() ? Double.NaN : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double least() {
        return values.isEmpty() ? Double.NaN : Collections.min(values);
    }

    double most() {
        return values.isEmpty() ? Double.NaN : Collections.max(values);
    }

    /** The median and, in parentheses, the range. */
    String text(String format) {
        return String.format(Locale.ROOT, format + " (" + format + "–" + format + ")", median(), least(), most());
    }
}
