package nl.idcontact.telephony.postgres;

import java.util.List;
import java.util.Optional;

/**
 * What the next start would do to the tables.
 *
 * @param problem why that cannot be told, in words for the operator
 * @param pending the steps, one line each, in order; none if the tables have their newest shape
 */
public record SchemaReport(Optional<String> problem, List<String> pending) {
    static SchemaReport pending(List<String> steps) {
        return new SchemaReport(Optional.empty(), steps);
    }

    static SchemaReport problem(String reason) {
        return new SchemaReport(Optional.of(reason), List.of());
    }
}
