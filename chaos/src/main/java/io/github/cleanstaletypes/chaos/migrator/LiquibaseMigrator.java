package io.github.cleanstaletypes.chaos.migrator;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.Map;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.resource.DirectoryResourceAccessor;

/**
 * Migrates a database with Liquibase and ends: a program that gets killed while it holds its lock, which is a row. Arguments: a JDBC URL
 * with the user, the directory of the changelog, and its file.
 *
 * <p>Prints and exits as {@link FlywayMigrator} does.
 */
public final class LiquibaseMigrator {

    private LiquibaseMigrator() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        try {
            update(arguments[0], Path.of(arguments[1]), arguments[2]);
            MigratorOutput.executed(1);
        } catch (Exception e) {
            MigratorOutput.failed(e, String.valueOf(e.getMessage()));
            System.exit(1);
        }
    }

    /** Liquibase declares no narrower exception. */
    private static void update(String url, Path directory, String changelog) throws Exception {
        Scope.child(
                Map.of(Scope.Attr.resourceAccessor.name(), accessor(directory)),
                () -> new CommandScope(UpdateCommandStep.COMMAND_NAME)
                        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.URL_ARG, url)
                        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog)
                        .execute());
    }

    private static DirectoryResourceAccessor accessor(Path directory) throws FileNotFoundException {
        return new DirectoryResourceAccessor(directory);
    }
}
