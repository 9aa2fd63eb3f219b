package nl.idcontact.telephony.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.app.bench.StartPart.Starts;

/** Everything that was measured, repetition by repetition, as JSON. */
final class Figures {
    private Figures() {}

    static void write(Report report, Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("notes", report.notes());
        Map<String, Object> tables = new LinkedHashMap<>();
        report.tables()
                .forEach((title, variants) -> tables.put(
                        title, variants.stream().map(Figures::variant).toList()));
        all.put("tables", tables);
        Map<String, Object> starts = new LinkedHashMap<>();
        report.starts().forEach((way, its) -> starts.put(way, start(its)));
        all.put("starts", starts);
        all.put("goals", report.goals().stream().map(Figures::goal).toList());
        all.put("ratios", report.ratios());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
    }

    private static Map<String, Object> variant(Measured it) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("name", it.name());
        figures.put("flows_per_second", it.flowsPerSecond().values());
        figures.put("cpu_micros_per_flow", it.cpu().values());
        figures.put("cpu_micros_per_flow_program", it.programCpu().values());
        figures.put("cpu_micros_per_flow_postgresql", it.databaseCpu().values());
        for (String step : List.of("start", "result", "link", "info")) {
            figures.put(step + "_p50_millis", it.p50(step).values());
            figures.put(step + "_p99_millis", it.p99(step).values());
        }
        return figures;
    }

    private static Map<String, Object> start(Starts its) {
        return Map.of(
                "first_answer_millis", its.millis().values(),
                "cpu_millis", its.cpuMillis().values(),
                "resident_megabytes", its.residentMegabytes().values());
    }

    private static Map<String, Object> goal(Goal goal) {
        return Map.of("what", goal.what(), "measured", goal.measured(), "bound", goal.bound(), "met", goal.met());
    }
}
