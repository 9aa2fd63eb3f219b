package nl.idcontact.telephony.app.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads the configuration out of a TOML file and environment variables, and tells all that is wrong with it at once. */
public final class ConfigurationReader {

    private final Map<String, String> variables;

    /** @param variables the environment, such as {@link System#getenv()} */
    public ConfigurationReader(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** Whether the environment holds any setting, so that one may do without a file. */
    public boolean hasVariables() {
        return variables.keySet().stream().anyMatch(name -> name.startsWith(Environment.PREFIX));
    }

    /** Reads the file, if there is one, and lays the environment over it. Files that variables name are read as well. */
    public Reading read(Optional<Path> file) {
        Findings findings = new Findings();
        ObjectNode tree =
                file.map(path -> TomlFile.read(path, findings)).orElseGet(JsonNodeFactory.instance::objectNode);
        if (!findings.problems().isEmpty()) {
            return new Reading.Refused(findings.problems(), findings.warnings());
        }
        ObjectNode global = TomlFile.global(tree, findings);
        OriginalKeys.makeRoom(global);
        UnknownKeys unknownKeys = new UnknownKeys(findings);
        unknownKeys.inFile(tree);
        unknownKeys.inEnvironment(variables.keySet());
        new Environment(variables, findings).layOver(global);
        Values values = Values.read(global, findings);
        Labels labels = Labels.read(global, findings);
        new Rules(values, findings).check();
        return findings.problems().isEmpty()
                ? new Reading.Accepted(Assembly.configuration(values, labels), findings.warnings())
                : new Reading.Refused(findings.problems(), findings.warnings());
    }
}
