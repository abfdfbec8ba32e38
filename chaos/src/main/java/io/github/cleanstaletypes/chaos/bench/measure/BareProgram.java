package io.github.cleanstaletypes.chaos.bench.measure;

import io.github.cleanstaletypes.chaos.system.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.postgresql.Driver;

/** The floor of a start: a program of a few lines in a jar of its own, with the driver of the product and nothing else. */
public final class BareProgram {

    private static final String NAME = "BareJdbc";
    private static final String DRIVERS = "META-INF/services/java.sql.Driver";

    private BareProgram() {}

    /** Returns its source, for who wants to know what is compared. */
    public static String source() {
        return Resource.text("bench/" + NAME + ".java");
    }

    /** Compiles it, and makes its jar in this directory. */
    public static Path jarIn(Path directory) {
        try {
            Path jar = directory.resolve("bare.jar");
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, NAME);
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                add(out, NAME + ".class", Files.readAllBytes(compiledIn(directory)));
                add(out, DRIVERS, Driver.class.getName().getBytes(StandardCharsets.UTF_8));
                addDriver(out);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path compiledIn(Path directory) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new Unmeasurable("This Java has no compiler for the bare program: a JDK is needed");
        }
        Path source = Files.writeString(directory.resolve(NAME + ".java"), source());
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        if (compiler.run(null, complaints, complaints, "-d", directory.toString(), source.toString()) != 0) {
            throw new IllegalStateException("Cannot compile " + source + ": " + complaints);
        }
        return directory.resolve(NAME + ".class");
    }

    /** The driver's classes and resources come from the jar that this program has them from. */
    private static void addDriver(JarOutputStream out) throws IOException {
        try (JarFile from = new JarFile(jarOf(Driver.class).toFile())) {
            List<JarEntry> entries = from.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith("org/postgresql/"))
                    .toList();
            for (JarEntry entry : entries) {
                add(out, entry.getName(), from.getInputStream(entry).readAllBytes());
            }
        }
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
