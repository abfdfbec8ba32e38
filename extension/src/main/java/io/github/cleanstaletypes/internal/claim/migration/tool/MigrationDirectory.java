package io.github.cleanstaletypes.internal.claim.migration.tool;

import io.github.cleanstaletypes.internal.claim.migration.FlywayMigrations;
import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import io.github.cleanstaletypes.internal.claim.migration.ScriptFile;
import io.github.cleanstaletypes.internal.claim.migration.ScriptFiles;
import io.github.cleanstaletypes.internal.claim.migration.UnreadableMigrationsException;
import java.nio.file.Path;
import java.util.List;

/** A directory of migrations: Flyway's if at least one file is named as Flyway names them, else another tool's, or plain scripts. */
public final class MigrationDirectory {

    private MigrationDirectory() {}

    /**
     * Lists what is in the directory and below; what the scripts hold is read in each run.
     *
     * @throws UnreadableMigrationsException if it cannot be read, or there is no script in it
     */
    public static Migrations open(Path directory) {
        return open(List.of(directory));
    }

    /**
     * The same of several directories whose migrations belong together.
     *
     * @param directories at least one; may be of the file system of a jar, which has to stay open while the migrations are in use
     */
    public static Migrations open(List<Path> directories) {
        Path first = directories.get(0);
        List<ScriptFile> files = directories.stream()
                .flatMap(directory -> ScriptFiles.in(directory).stream())
                .toList();
        if (files.isEmpty() && AlembicPrograms.areIn(first)) {
            return new AlembicPrograms(first);
        }
        if (files.isEmpty()) {
            throw new UnreadableMigrationsException(first, "holds no .sql file");
        }
        boolean flyway = files.stream().anyMatch(file -> file.namedByFlyway());
        return flyway ? new FlywayMigrations(first, files) : new ToolDirectory(first, files);
    }
}
