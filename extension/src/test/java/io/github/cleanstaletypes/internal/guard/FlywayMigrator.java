package io.github.cleanstaletypes.internal.guard;

import org.flywaydb.core.Flyway;

/** Migrates with Flyway and ends. Arguments: a JDBC URL and a directory of migrations. Exits with 1 if the migration failed. */
public final class FlywayMigrator {

    private FlywayMigrator() {}

    public static void main(String[] arguments) {
        Flyway.configure()
                .dataSource(arguments[0], null, null)
                .locations("filesystem:" + arguments[1])
                // a schema with a stale type in it is not empty
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
