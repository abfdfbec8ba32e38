package io.github.cleanstaletypes.chaos.migrator;

import io.github.cleanstaletypes.chaos.system.Brake;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A script is a migration in the way that most tools run one: the history is read, then come the statements, then the row in the
 * history.
 *
 * @param name what the history calls it
 * @param limit the statement before all others, which says how long the rest may wait
 */
public record Script(String name, Mode mode, String limit, List<String> statements) {

    /** The history is in this table. */
    public static final String HISTORY = "schema_history";

    private static final String CREATE_HISTORY = "CREATE TABLE IF NOT EXISTS schema_history (name text PRIMARY KEY)";

    /** Its statements reach the server in one of these ways. */
    public enum Mode {
        /** Each commits by itself. */
        STATEMENTS,
        /** All in one string, which commits by itself; the connection must send it as it is. */
        ONE_STRING,
        /** All in one transaction, history included. */
        TRANSACTION,
        /** All in one transaction that is prepared first, and committed when a brake lets it. */
        TWO_PHASE
    }

    public Script {
        statements = List.copyOf(statements);
    }

    /** Waits for locks as long as it takes. */
    public Script(String name, Mode mode, List<String> statements) {
        this(name, mode, "SET lock_timeout = 0", statements);
    }

    /** Returns the same for a place where it would wait for ever: it gives up with 55P03. */
    public Script impatient() {
        return new Script(name, mode, "SET lock_timeout = '400ms'", statements);
    }

    /** Returns the same for a place where it would hang for ever without waiting for a lock: it ends with 57014. */
    public Script givingUp() {
        return new Script(name, mode, "SET statement_timeout = '1500ms'", statements);
    }

    /** Runs it unless the history has it already; tells whether it ran. */
    public boolean run(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute(limit);
            if (done(statement)) {
                return false;
            }
            switch (mode) {
                case STATEMENTS -> {
                    statement.execute(CREATE_HISTORY);
                    runAll(statement);
                    statement.execute(record());
                }
                case ONE_STRING -> {
                    statement.execute(CREATE_HISTORY);
                    statement.execute(String.join("; ", statements) + "; " + record());
                }
                case TRANSACTION -> {
                    connection.setAutoCommit(false);
                    runInTransaction(statement);
                    connection.commit();
                }
                case TWO_PHASE -> {
                    statement.execute("BEGIN");
                    runInTransaction(statement);
                    statement.execute("PREPARE TRANSACTION '" + name + "'");
                    statement.execute(Brake.STATEMENT_BETWEEN_TRANSACTIONS);
                    statement.execute("COMMIT PREPARED '" + name + "'");
                }
            }
            return true;
        }
    }

    private void runInTransaction(Statement statement) throws SQLException {
        statement.execute(CREATE_HISTORY);
        runAll(statement);
        statement.execute(record());
    }

    private void runAll(Statement statement) throws SQLException {
        for (String sql : statements) {
            statement.execute(sql);
        }
    }

    private boolean done(Statement statement) throws SQLException {
        try (ResultSet history = statement.executeQuery("SELECT pg_catalog.to_regclass('" + HISTORY + "')")) {
            if (!history.next() || history.getString(1) == null) {
                return false;
            }
        }
        try (ResultSet row = statement.executeQuery("SELECT FROM schema_history WHERE name = '" + name + "'")) {
            return row.next();
        }
    }

    private String record() {
        return "INSERT INTO schema_history VALUES ('" + name + "')";
    }
}
