package nl.idcontact.telephony.app.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.idcontact.telephony.app.bench.StartPart.Starts;

/** What came of it: printed at once, and kept for the files. */
final class Report {
    private final PrintStream out;
    private final List<String> notes = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();
    private final Map<String, Double> ratios = new LinkedHashMap<>();
    private final Map<String, List<Measured>> tables = new LinkedHashMap<>();
    private final Map<String, Starts> starts = new LinkedHashMap<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void note(String text) {
        notes.add(text);
        out.println(text);
    }

    void goal(Goal goal) {
        goals.add(goal);
    }

    void ratio(String what, double value) {
        ratios.put(what, value);
    }

    void flows(String title, Collection<Measured> variants) {
        tables.put(title, List.copyOf(variants));
    }

    void starts(Map<String, Starts> ways) {
        starts.putAll(ways);
    }

    List<String> notes() {
        return notes;
    }

    List<Goal> goals() {
        return goals;
    }

    Map<String, Double> ratios() {
        return ratios;
    }

    Map<String, List<Measured>> tables() {
        return tables;
    }

    Map<String, Starts> starts() {
        return starts;
    }

    /** All tables and goals, in Markdown. */
    String markdown() {
        StringBuilder text = new StringBuilder();
        tables.forEach((title, variants) -> table(text, title, variants));
        if (!starts.isEmpty()) {
            line(text, "\n### Start\n");
            line(text, "| | first answer, ms | CPU, ms | memory at rest, MB |\n| --- | --- | --- | --- |");
            starts.forEach((way, its) -> line(
                    text,
                    "| " + way + " | " + its.millis().text("%.0f") + " | "
                            + its.cpuMillis().text("%.0f") + " | "
                            + its.residentMegabytes().text("%.0f") + " |"));
        }
        line(text, "\n| goal | measured | wanted | |\n| --- | --- | --- | --- |");
        goals.forEach(goal -> line(text, goal.toString()));
        ratios.forEach((what, value) -> line(text, String.format(Locale.ROOT, "| %s | %.2f | | |", what, value)));
        return text.toString();
    }

    private static void table(StringBuilder text, String title, List<Measured> variants) {
        line(text, "\n### " + title + "\n");
        line(
                text,
                "| | flows/s | CPU a flow, µs | of it program | of it PostgreSQL | link p50 / p99, ms"
                        + " | read p50 / p99, ms |\n| --- | --- | --- | --- | --- | --- | --- |");
        for (Measured it : variants) {
            line(
                    text,
                    "| " + it.name() + " | " + it.flowsPerSecond().text("%.0f") + " | "
                            + it.cpu().text("%.0f") + " | "
                            + String.format(
                                    Locale.ROOT,
                                    "%.0f | %.0f | %s | %s |",
                                    it.programCpu().median(),
                                    it.databaseCpu().median(),
                                    times(it, "link"),
                                    times(it, "info")));
        }
    }

    private static String times(Measured it, String step) {
        return String.format(
                Locale.ROOT, "%.1f / %.1f", it.p50(step).median(), it.p99(step).median());
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
