package io.github.cleanstaletypes.testing;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds the server binaries of one version in the jar that the build copied to {@code target/postgres-binaries} of the
 * project's root: several versions of one artifact do not fit on one class path.
 *
 * <p>The system property {@code postgres.binaries} names another directory. Without it the directory is looked for from
 * the working directory upwards, so that a test also runs from an editor once the build has run.
 */
final class CopiedPostgresBinaries implements PgBinaryResolver {

    private static final Path DEFAULT_DIRECTORY = Path.of("target", "postgres-binaries");

    private final String version;

    CopiedPostgresBinaries(String version) {
        this.version = version;
    }

    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
        try (ZipFile jar = new ZipFile(jar().toFile())) {
            var archive = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new FileNotFoundException("No .txz archive in " + jar.getName()));
            return new ByteArrayInputStream(jar.getInputStream(archive).readAllBytes());
        }
    }

    Path jar() throws FileNotFoundException {
        Path directory = directory();
        if (directory == null) {
            throw new FileNotFoundException("No directory " + DEFAULT_DIRECTORY + " here or above: run "
                    + "`mvn generate-test-resources` once, or name one by -Dpostgres.binaries=DIR");
        }
        Path jar = directory.resolve(version + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new FileNotFoundException(
                    "No " + jar + ": the root pom.xml lists the server versions that the build brings");
        }
        return jar;
    }

    static @Nullable Path directory() {
        String named = System.getProperty("postgres.binaries", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            Path candidate = here.resolve(DEFAULT_DIRECTORY);
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
