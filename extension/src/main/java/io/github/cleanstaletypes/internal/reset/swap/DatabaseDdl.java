package io.github.cleanstaletypes.internal.reset.swap;

import io.github.cleanstaletypes.internal.sql.AnswerLimit;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;

/** The statements that rename and drop databases. The driver quotes each name. Stateless. */
public final class DatabaseDdl {

    /** The files of a large database take a while to be removed; broken off in the middle, it could only be dropped again. */
    private static final Duration LONGEST_DROP = Duration.ofMinutes(11);

    private DatabaseDdl() {}

    /** In the transaction at hand; the server waits 5 s for sessions to be gone. */
    static void rename(Connection connection, String name, String newName) throws SQLException {
        execute(
                connection,
                "rename_database",
                "ALTER DATABASE " + quoted(connection, name) + " RENAME TO " + quoted(connection, newName));
    }

    /**
     * Drops it, in no transaction; the server waits 5 s for sessions to be gone.
     *
     * @param endingSessions whether the server is to end them
     */
    public static void drop(Connection connection, String name, boolean endingSessions) throws SQLException {
        String ending = endingSessions ? " WITH (FORCE)" : "";
        try (AnswerLimit limit = AnswerLimit.on(connection, LONGEST_DROP)) {
            limit.answered(connection, "the dropping of a database", c -> {
                execute(connection, "drop_database", "DROP DATABASE " + quoted(connection, name) + ending);
                return c;
            });
        }
    }

    /** Lets sessions into a database that an interrupted reset has left before it let in anybody, for a look into it. */
    public static void letLook(Connection connection, String name) throws SQLException {
        execute(connection, "let_look", "ALTER DATABASE " + quoted(connection, name) + " WITH ALLOW_CONNECTIONS true");
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        return connection.unwrap(PGConnection.class).escapeIdentifier(name);
    }

    private static void execute(Connection connection, String name, String written) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SqlResource.named(name, written));
        }
    }
}
