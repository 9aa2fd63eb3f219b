package nl.idcontact.telephony.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of a page, in {@code webroot/} on the class path. Each is read when it is first asked for and then kept: a start waits
 * for none of them. Nothing else on the class path can be asked for.
 */
final class WebRoot {
    /** A file of the page or of a folder in it; no dots lead out of it, and a folder has none. */
    private static final Pattern NAME = Pattern.compile("(?:[\\w-]+/)*[\\w-]+(?:\\.[\\w-]+)+");

    private final String folder;
    private final Map<String, PageFile> files = new ConcurrentHashMap<>();

    /** The files of {@code page}; none if it is not on the class path. */
    WebRoot(String page) {
        folder = "/webroot/" + page + "/";
    }

    /** The file of this name; the index for an empty one. */
    Optional<PageFile> file(String name) {
        String wanted = name.isEmpty() ? "index.html" : name;
        return NAME.matcher(wanted).matches()
                ? Optional.ofNullable(files.computeIfAbsent(wanted, this::read))
                : Optional.empty();
    }

    private @Nullable PageFile read(String name) {
        try (InputStream file = WebRoot.class.getResourceAsStream(folder + name)) {
            return file == null ? null : PageFile.of(name, file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The page's file " + folder + name + " cannot be read", unreadable);
        }
    }
}
