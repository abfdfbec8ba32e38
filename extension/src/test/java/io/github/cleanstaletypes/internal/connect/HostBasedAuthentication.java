package io.github.cleanstaletypes.internal.connect;

import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Makes a server ask one role for its password, until closed. */
final class HostBasedAuthentication implements AutoCloseable {

    private final TestDatabase database;
    private final Path file;
    private final String rule;

    private HostBasedAuthentication(TestDatabase database, Path file, String rule) {
        this.database = database;
        this.file = file;
        this.rule = rule;
    }

    static HostBasedAuthentication ask(TestDatabase database, String role) throws IOException {
        Path file = Path.of(database.queryText("SHOW hba_file"));
        String rule = "host all " + role + " all scram-sha-256\n";
        Files.writeString(file, rule + Files.readString(file));
        database.execute("SELECT pg_catalog.pg_reload_conf()");
        // the server reads it in its own time
        Wait.until("the server asks " + role + " for a password", () -> refuses(database, role));
        return new HostBasedAuthentication(database, file, rule);
    }

    private static boolean refuses(TestDatabase database, String role) {
        try (var connection = database.dataSource(role).getConnection()) {
            return !connection.isValid(0);
        } catch (SQLException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        Files.writeString(file, Files.readString(file).replace(rule, ""));
        database.execute("SELECT pg_catalog.pg_reload_conf()");
    }
}
