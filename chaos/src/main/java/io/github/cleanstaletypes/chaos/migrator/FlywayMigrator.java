package io.github.cleanstaletypes.chaos.migrator;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Migrates a database with Flyway and ends: the program that gets killed. Arguments: a JDBC URL with the user, and the
 * directory of the migrations.
 *
 * <p>Prints facts to standard output, a {@code key=value} a line, and what Flyway has to say to its user to standard
 * error. Exits with 0, or with 1 if the migration failed.
 */
public final class FlywayMigrator {

    private FlywayMigrator() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        Flyway flyway = Flyway.configure()
                .dataSource(arguments[0], null, null)
                .locations("filesystem:" + arguments[1])
                .load();
        try {
            MigratorOutput.executed(flyway.migrate().migrationsExecuted);
        } catch (FlywayException e) {
            MigratorOutput.failed(e, String.valueOf(e.getMessage()));
            System.exit(1);
        }
    }
}
