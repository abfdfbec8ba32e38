package io.github.cleanstaletypes.chaos.migrator;

import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * Runs one {@link Script} and ends: a program that gets killed, which is up sooner than one with Flyway. Arguments: a JDBC
 * URL with the user, the script's name, its mode, its limit, and its statements.
 *
 * <p>Its session is called what the variable {@code PGAPPNAME} says, as that of a program with libpq is; JDBC's driver
 * leaves that to its users.
 *
 * <p>Prints and exits as {@link FlywayMigrator} does.
 */
public final class ScriptMigrator {

    private ScriptMigrator() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        List<String> all = List.of(arguments);
        Script script = new Script(all.get(1), Mode.valueOf(all.get(2)), all.get(3), all.subList(4, all.size()));
        try (Connection connection = DriverManager.getConnection(named(all.get(0)))) {
            MigratorOutput.executed(script.run(connection) ? 1 : 0);
        } catch (SQLException e) {
            MigratorOutput.failed(e, String.valueOf(e.getMessage()));
            System.exit(1);
        }
    }

    private static String named(String url) {
        String name = System.getenv("PGAPPNAME");
        return name == null ? url : url + "&ApplicationName=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
