package nl.idcontact.telephony.app.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Draws medians as bars and ranges as whiskers, in SVG. */
final class Chart {
    private static final int WIDTH = 860;
    private static final int LEFT = 290;
    private static final int RIGHT = 70;
    private static final int ROW = 30;
    private static final int HEAD = 44;

    private final StringBuilder svg = new StringBuilder();
    private int top;

    private Chart() {}

    /** The flows of a second and the CPU time of a flow, one below the other. */
    static String of(List<Measured> variants) {
        Chart chart = new Chart();
        chart.panel("Flows a second (more is better)", variants, Measured::flowsPerSecond, "#2b6cb0");
        chart.panel(
                "CPU time a flow, program and PostgreSQL, in µs (less is better)", variants, Measured::cpu, "#b7791f");
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d"
                     font-family="sans-serif" font-size="13" role="img" aria-label="Flows a second and CPU time a flow">
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                %3$s</svg>
                """.formatted(WIDTH, chart.top + 12, chart.svg);
    }

    private void panel(String title, List<Measured> variants, Function<Measured, Series> series, String colour) {
        double most = variants.stream()
                .mapToDouble(variant -> series.apply(variant).most())
                .max()
                .orElse(1);
        add("<text x='12' y='%d' font-weight='bold' fill='#1a202c'>%s</text>", top + 28, title);
        top += HEAD;
        for (Measured variant : variants) {
            bar(variant.name(), series.apply(variant), (WIDTH - LEFT - RIGHT) / most, colour);
            top += ROW;
        }
    }

    private void bar(String name, Series series, double scale, String colour) {
        int middle = top + ROW / 2 - 3;
        double end = LEFT + scale * series.median();
        add("<text x='%d' y='%d' text-anchor='end' fill='#1a202c'>%s</text>", LEFT - 10, middle + 5, name);
        add("<rect x='%d' y='%d' width='%.1f' height='18' fill='%s'/>", LEFT, middle - 9, end - LEFT, colour);
        add(
                "<line x1='%.1f' x2='%.1f' y1='%d' y2='%d' stroke='#1a202c' stroke-width='1.5'/>",
                LEFT + scale * series.least(), LEFT + scale * series.most(), middle, middle);
        add(
                "<text x='%.1f' y='%d' fill='#1a202c'>%.0f</text>",
                LEFT + scale * series.most() + 6, middle + 5, series.median());
    }

    private void add(String element, Object... values) {
        svg.append(String.format(Locale.ROOT, element, values).replace('\'', '"'))
                .append('\n');
    }
}
