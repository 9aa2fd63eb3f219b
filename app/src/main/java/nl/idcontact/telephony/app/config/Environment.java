package nl.idcontact.telephony.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lays the environment variables over the tree of the file. A variable that is set wins; an empty one counts as not set,
 * as Compose passes on what is unset. With {@code _FILE} behind its name it names a file that holds the value.
 */
final class Environment {

    static final String PREFIX = "IDCONTACT_";
    static final String FILE = "_FILE";

    private static final String KEY = "_KEY";
    private static final String TYPE = "_TYPE";

    private final Map<String, String> variables;
    private final Findings findings;

    Environment(Map<String, String> variables, Findings findings) {
        this.variables = variables;
        this.findings = findings;
    }

    void layOver(ObjectNode global) {
        Map<Setting<?>, String> texts = new LinkedHashMap<>();
        for (Setting<?> setting : Settings.ALL) {
            String suffix = setting.type() instanceof KeyListType ? KEY : "";
            text(setting.key(), setting.variable() + suffix).ifPresent(text -> texts.put(setting, text));
        }
        // One variable for the secret replaces whatever the file says about secrets.
        if (texts.containsKey(Settings.LINK_SECRET) || texts.containsKey(Settings.LINK_SECRETS)) {
            Tree.remove(global, Settings.LINK_SECRET.path());
            Tree.remove(global, Settings.LINK_SECRETS.path());
        }
        texts.forEach((setting, text) ->
                Tree.put(global, setting.path(), setting.type().fromVariable(text)));
        typeOfKeys(global, Settings.DECRYPTION_KEYS);
        typeOfKeys(global, Settings.SIGNATURE_KEYS);
    }

    private void typeOfKeys(ObjectNode global, Setting<?> keys) {
        text(keys.key(), keys.variable() + TYPE).ifPresent(type -> {
            JsonNode table = Tree.find(global, keys.path());
            if (table.isArray() && table.size() == 1) {
                table = table.get(0);
            }
            if (table instanceof ObjectNode object) {
                object.set(KeyListType.TYPE, TextNode.valueOf(type.strip()));
            } else {
                findings.problem(
                        keys.key(),
                        "must be one key when its type is set; set the key there too: " + keys.variable() + KEY);
            }
        });
    }

    private Optional<String> text(String key, String variable) {
        Optional<String> direct = value(variable);
        Optional<String> path = value(variable + FILE);
        if (direct.isPresent() && path.isPresent()) {
            findings.problem(key, "must be set once, but both " + variable + " and " + variable + FILE + " are set");
            return Optional.empty();
        }
        path.ifPresent(present -> findings.cameFrom(key, variable + FILE));
        direct.ifPresent(present -> findings.cameFrom(key, variable));
        return direct.or(() -> path.flatMap(present -> content(key, present)));
    }

    private Optional<String> value(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(text -> !text.isEmpty());
    }

    private Optional<String> content(String key, String path) {
        try {
            return Optional.of(Files.readString(Path.of(path)).replaceAll("[\r\n]+$", ""));
        } catch (IOException | InvalidPathException unreadable) {
            // Not the path: somebody may have put the secret itself there.
            findings.problem(key, "must come from a text file that can be read");
            return Optional.empty();
        }
    }
}
