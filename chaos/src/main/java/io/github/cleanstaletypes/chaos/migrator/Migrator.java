package io.github.cleanstaletypes.chaos.migrator;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Migrates a database with Flyway and ends: the program that gets killed. Arguments: a JDBC URL with the user, and the
 * directory of the migrations.
 *
 * <p>Prints facts to standard output, a {@code key=value} a line, and what Flyway has to say to its user to standard
 * error. Exits with 0, or with 1 if the migration failed.
 */
public final class Migrator {

    static final String EXECUTED = "executed";
    static final String SQL_STATE = "sqlstate";
    static final String CONSTRAINT = "constraint";

    private Migrator() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        Flyway flyway = Flyway.configure()
                .dataSource(arguments[0], null, null)
                .locations("filesystem:" + arguments[1])
                .load();
        PrintStream out = utf8(FileDescriptor.out);
        try {
            out.println(EXECUTED + "=" + flyway.migrate().migrationsExecuted);
        } catch (FlywayException e) {
            ServerError.in(e).ifPresent(error -> print(out, error));
            utf8(FileDescriptor.err).println(e.getMessage());
            System.exit(1);
        }
    }

    private static void print(PrintStream out, ServerError error) {
        out.println(SQL_STATE + "=" + error.sqlState());
        if (error.constraint() != null) {
            out.println(CONSTRAINT + "=" + error.constraint());
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
