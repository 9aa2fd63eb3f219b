package nl.idcontact.telephony.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a page, read once from {@code webroot/} on the class path. Nothing else on it can be asked for. */
final class WebRoot {
    private final Map<String, PageFile> files;

    private WebRoot(Map<String, PageFile> files) {
        this.files = files;
    }

    /** The files of {@code page}; none if it is not on the class path. */
    static WebRoot of(String page) {
        URL index = WebRoot.class.getResource("/webroot/" + page + "/index.html");
        try {
            return new WebRoot(index == null ? Map.of() : read(index));
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("The files of " + page + " cannot be read", unreadable);
        }
    }

    /** The file of this name; the index for an empty one. */
    Optional<PageFile> file(String name) {
        return Optional.ofNullable(files.get(name.isEmpty() ? "index.html" : name));
    }

    private static Map<String, PageFile> read(URL index) throws IOException, URISyntaxException {
        if (index.openConnection() instanceof JarURLConnection entry) {
            Path jar = Path.of(entry.getJarFileURL().toURI());
            try (FileSystem files = FileSystems.newFileSystem(jar)) {
                return below(files.getPath("/" + entry.getEntryName()).resolveSibling(""));
            }
        }
        return below(Path.of(index.toURI()).resolveSibling(""));
    }

    private static Map<String, PageFile> below(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> regular = paths.filter(Files::isRegularFile).toList();
            Map<String, PageFile> read = new HashMap<>();
            for (Path file : regular) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                read.put(name, PageFile.of(name, Files.readAllBytes(file)));
            }
            return read;
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }
}
