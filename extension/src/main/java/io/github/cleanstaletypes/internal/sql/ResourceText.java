package io.github.cleanstaletypes.internal.sql;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts that lie beside a class. From a jar it takes them without {@code jar:} URLs: those cost a millisecond of the processor for each
 * text, and the first one fifteen, measured. Stateless.
 */
final class ResourceText {

    private ResourceText() {}

    static String of(Class<?> beside, String file) {
        try (ZipFile jar = jarOf(beside)) {
            if (jar != null) {
                ZipEntry entry = jar.getEntry(beside.getPackageName().replace('.', '/') + "/" + file);
                if (entry != null) {
                    return text(jar.getInputStream(entry));
                }
            }
            // a folder, a jar within a jar, or whatever a class loader reads from
            InputStream in = beside.getResourceAsStream(file);
            if (in == null) {
                throw new IllegalStateException("The statement " + file + " is missing from the jar");
            }
            return text(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar that the class comes from, which its class loader has open too, so that this costs next to nothing; null if there is none. */
    private static @Nullable ZipFile jarOf(Class<?> type) throws IOException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL place = source == null ? null : source.getLocation();
        if (place == null || !place.getProtocol().equals("file")) {
            return null;
        }
        String path = place.getPath();
        // what is escaped would have to be decoded
        return path.endsWith(".jar") && path.indexOf('%') < 0 ? new ZipFile(new File(path)) : null;
    }

    private static String text(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
