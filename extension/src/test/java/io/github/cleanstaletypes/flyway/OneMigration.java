package io.github.cleanstaletypes.flyway;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** The program of a process that migrates once, with the Flyway of its class path, and tells what came of it on its last line. */
final class OneMigration {

    private OneMigration() {}

    /** Takes a URL and the directory of the scripts. */
    public static void main(String[] args) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(args[0]);
        Flyway flyway = new Scripts(Path.of(args[1]))
                .flyway(dataSource)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
        String jar = Path.of(Flyway.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getFileName()
                .toString();
        try {
            System.out.println(jar + " executed " + CleanStaleTypesCallback.migrate(flyway).migrationsExecuted);
        } catch (FlywayException e) {
            System.out.println(jar + " failed, explained by " + e.getSuppressed().length);
        }
    }
}
