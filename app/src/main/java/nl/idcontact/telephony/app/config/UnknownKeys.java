package nl.idcontact.telephony.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Warns of keys and variables that mean nothing, each with the nearest that does, and refuses what is no table but must be. */
final class UnknownKeys {

    /** The place of a name that the operator chooses: a purpose or an attribute. */
    private static final String ANY = "*";

    private static final List<String> CHOSEN =
            List.of("purposes.*.phonenumber", "purposes.*.label.*", "attributes.*.label.*", "attributes.*.masked");

    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> tables = new LinkedHashSet<>();
    private final Findings findings;

    UnknownKeys(Findings findings) {
        this.findings = findings;
        for (Setting<?> setting : Settings.ALL) {
            if (setting.type() instanceof KeyListType) {
                keys.add(setting.path() + "." + KeyListType.KEY);
                keys.add(setting.path() + "." + KeyListType.TYPE);
            } else {
                keys.add(setting.path());
            }
        }
        keys.addAll(CHOSEN);
        for (String key : keys) {
            Optional<String> table = Tree.parentPath(key);
            while (table.isPresent()) {
                tables.add(table.get());
                table = Tree.parentPath(table.get());
            }
        }
    }

    void inFile(ObjectNode tree) {
        for (Map.Entry<String, JsonNode> entry : tree.properties()) {
            String name = entry.getKey();
            if (OriginalKeys.isProfile(name)) {
                findings.warning(
                        "[" + name + "]", "is a profile of Rocket and not read here; move its keys to [global]");
            } else if (!name.equals(TomlFile.GLOBAL)) {
                Set<String> names = names();
                names.add(TomlFile.GLOBAL);
                unknown(name, NearestName.to(name, names));
            }
        }
        if (tree.path(TomlFile.GLOBAL) instanceof ObjectNode global) {
            walk(global, "", "");
        }
    }

    private void walk(ObjectNode table, String place, String pattern) {
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            String path = place + entry.getKey();
            String known =
                    pattern + (tables.contains(pattern + ANY) || keys.contains(pattern + ANY) ? ANY : entry.getKey());
            if (OriginalKeys.isIgnored(known)) {
                continue;
            }
            if (tables.contains(known)) {
                inTable(entry.getValue(), path, known);
            } else if (!keys.contains(known)) {
                unknown(Setting.keyOf(path), NearestName.to(Setting.keyOf(known), names()));
            }
        }
    }

    private void inTable(JsonNode value, String path, String pattern) {
        boolean rotates = keys.contains(pattern + "." + KeyListType.KEY);
        List<JsonNode> tables = new ArrayList<>();
        (rotates && value.isArray() ? value : List.of(value)).forEach(tables::add);
        for (JsonNode table : tables) {
            if (table instanceof ObjectNode object) {
                walk(object, path + ".", pattern + ".");
            } else if (!rotates) {
                findings.problem(Setting.keyOf(path), "must be a table: [" + Setting.keyOf(path) + "]");
            }
        }
    }

    private void unknown(String key, String nearest) {
        findings.warning(key, "is not known here; the nearest known key is " + nearest);
    }

    private Set<String> names() {
        return Stream.concat(keys.stream(), tables.stream())
                .filter(name -> !name.endsWith(ANY))
                .map(Setting::keyOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    void inEnvironment(Set<String> variables) {
        Set<String> known = new LinkedHashSet<>();
        for (String key : keys) {
            if (!key.contains(ANY)) {
                known.add(Setting.variableOf(key));
            }
        }
        for (String variable : new TreeSet<>(variables)) {
            String name = variable.endsWith(Environment.FILE)
                    ? variable.substring(0, variable.length() - Environment.FILE.length())
                    : variable;
            if (variable.startsWith("ROCKET_")) {
                String ours = Environment.PREFIX + name.substring("ROCKET_".length());
                findings.warning(
                        variable, "is not read here; the nearest known variable is " + nearestVariable(ours, known));
            } else if (variable.startsWith(Environment.PREFIX) && !known.contains(name)) {
                findings.warning(
                        variable, "is not known here; the nearest known variable is " + nearestVariable(name, known));
            }
        }
    }

    /** A whole table in one variable, as Rocket takes it, is nearest to what stands in that table. */
    private static String nearestVariable(String name, Set<String> known) {
        return known.stream()
                .filter(variable -> variable.startsWith(name + "_"))
                .findFirst()
                .orElseGet(() -> NearestName.to(name, known));
    }
}
