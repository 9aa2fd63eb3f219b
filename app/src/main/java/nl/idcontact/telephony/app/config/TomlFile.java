package nl.idcontact.telephony.app.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a TOML file as a tree. */
final class TomlFile {

    static final String GLOBAL = "global";

    private TomlFile() {}

    /** The whole tree; without keys if the file cannot be read, which is then a problem. */
    static ObjectNode read(Path file, Findings findings) {
        String key = file.toString();
        try {
            String text = Files.readString(file);
            JsonNode tree = new TomlMapper().readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
            if (tree instanceof ObjectNode table) {
                return table;
            }
        } catch (JacksonException syntax) {
            // Not the parser's own message: it may quote what it stumbles over, and that may be a secret.
            findings.problem(key, "must be TOML, but is not" + place(syntax.getLocation()));
        } catch (NoSuchFileException missing) {
            findings.problem(key, "must be the configuration file, but there is no such file");
        } catch (CharacterCodingException encoding) {
            findings.problem(key, "must be written in UTF-8");
        } catch (IOException unreadable) {
            findings.problem(key, "must be a file that can be read");
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " in line " + location.getLineNr() + " (a line break, a quote or a bracket is missing or too many,"
                        + " or a key is there twice)";
    }

    /** The table {@code [global]}, where everything stands. */
    static ObjectNode global(ObjectNode tree, Findings findings) {
        JsonNode global = tree.path(GLOBAL);
        if (global instanceof ObjectNode table) {
            return table;
        }
        if (!global.isMissingNode()) {
            findings.problem(GLOBAL, "must be a table: [global]");
        }
        return JsonNodeFactory.instance.objectNode();
    }
}
