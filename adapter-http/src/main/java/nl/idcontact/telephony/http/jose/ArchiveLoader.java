package nl.idcontact.telephony.http.jose;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads classes and resources of an archive that came with this program, and nothing but the JDK's own besides. The archive's
 * signatures are not looked at, as they are no better than the program that brings it; that takes a tenth of a start.
 */
final class ArchiveLoader extends ClassLoader {
    private final JarFile archive;

    /** Opens an archive, for as long as this loader lives. */
    ArchiveLoader(File file) throws IOException {
        super(ClassLoader.getPlatformClassLoader());
        this.archive = new JarFile(file, false);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException broken) {
            throw new ClassNotFoundException(name, broken);
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        JarEntry entry = archive.getJarEntry(name);
        try {
            return entry == null ? null : archive.getInputStream(entry);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
