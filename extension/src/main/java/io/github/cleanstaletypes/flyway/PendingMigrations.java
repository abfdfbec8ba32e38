package io.github.cleanstaletypes.flyway;

import io.github.cleanstaletypes.internal.claim.sql.MigrationScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;

/** The migrations that Flyway would apply now, by Flyway's own judgement. */
final class PendingMigrations {

    private PendingMigrations() {}

    /**
     * The scripts of those that are SQL, in their order, up to the first of which nobody can tell what it does: a migration in Java may
     * drop a type before a later script creates another of that name, and that type must be there then.
     */
    static List<MigrationScript> of(Configuration configuration, Connection connection) throws SQLException {
        ScriptText text = new ScriptText(configuration, connection);
        List<MigrationScript> scripts = new ArrayList<>();
        for (MigrationInfo migration : pending(configuration, connection)) {
            Optional<String> sql = text.of(migration);
            if (sql.isEmpty()) {
                break;
            }
            scripts.add(new MigrationScript(migration.getScript(), sql.get()));
        }
        return scripts;
    }

    /** Asked of a second Flyway with the same settings, on the same connection, and without callbacks, which would call this one. */
    private static List<MigrationInfo> pending(Configuration configuration, Connection connection) {
        Flyway flyway = Flyway.configure(configuration.getClassLoader())
                .configuration(configuration)
                .callbacks(new String[0])
                .skipDefaultCallbacks(true)
                .dataSource(new LentConnection(connection))
                .load();
        return Arrays.asList(flyway.info().pending());
    }
}
