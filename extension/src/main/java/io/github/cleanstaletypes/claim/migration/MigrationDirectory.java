package io.github.cleanstaletypes.claim.migration;

import java.nio.file.Path;
import java.util.List;

/** A directory of migrations: Flyway's if at least one file is named as Flyway names them, else plain scripts. */
public final class MigrationDirectory {

    private MigrationDirectory() {}

    /**
     * Lists what is in the directory and below; what the scripts hold is read in each run.
     *
     * @throws UnreadableMigrationsException if it cannot be read, or there is no script in it
     */
    public static Migrations open(Path directory) {
        List<ScriptFile> files = ScriptFiles.in(directory);
        if (files.isEmpty()) {
            throw new UnreadableMigrationsException(directory, "holds no .sql file");
        }
        boolean flyway = files.stream().anyMatch(file -> file.flywayName().isPresent());
        return flyway ? new FlywayMigrations(directory, files) : new PlainScripts(directory, files);
    }
}
