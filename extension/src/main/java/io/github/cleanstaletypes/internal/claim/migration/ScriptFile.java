package io.github.cleanstaletypes.internal.claim.migration;

import io.github.cleanstaletypes.internal.file.PlainFile;
import io.github.cleanstaletypes.internal.file.SizeLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with a migration.
 *
 * @param path where it is
 * @param name its path below the directory, with slashes
 */
public record ScriptFile(Path path, String name) {

    /** Its name as Flyway reads it. */
    Optional<FlywayName> flywayName() {
        return FlywayName.parse(name.substring(name.lastIndexOf('/') + 1));
    }

    /** Whether its name is one of a migration of Flyway's. */
    public boolean namedByFlyway() {
        return flywayName().isPresent();
    }

    ScriptConfig config() {
        return ScriptConfig.of(path);
    }

    /** Its text; bytes that are no text of its encoding become a character that no name has. */
    public String text() {
        try {
            Charset charset = config().encoding().orElse(StandardCharsets.UTF_8);
            return new String(PlainFile.read(path, SizeLimit.SCRIPT), charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
