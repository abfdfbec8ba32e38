package io.github.cleanstaletypes.flyway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A directory of migrations, and Flyways that migrate by it. */
final class Scripts {

    private final Path directory;

    Scripts(Path directory) {
        this.directory = directory;
    }

    Scripts with(String name, String... lines) {
        try {
            Files.writeString(directory.resolve(name), String.join("\n", lines));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings with the callback. */
    FluentConfiguration flyway(DataSource dataSource) {
        return bareFlyway(dataSource).callbacks(new CleanStaleTypesCallback());
    }

    /** Settings without it. */
    FluentConfiguration bareFlyway(DataSource dataSource) {
        return Flyway.configure().dataSource(dataSource).locations("filesystem:" + directory);
    }
}
