package io.github.cleanstaletypes.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs a piece of work in a transaction of its own on a borrowed connection, and gives the connection back as it was.
 *
 * <p>Within it {@code search_path} is {@code pg_catalog}, so that no object of the user's can stand in for one of the server's, and
 * the server qualifies every other name that it prints. Stateless.
 */
public enum Transaction {
    /** One unchanging picture of the catalog; cannot write, and cannot take a lock that stops a migration. */
    SNAPSHOT("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"),
    /** Each statement sees what is committed when it starts; may write. */
    CHANGE("SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE"),
    /** Like {@link #CHANGE}, but rolled back in the end, whatever comes of it. */
    TRIAL("SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE");

    /** Work that may fail with what the server says. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /**
     * Ends a transaction, and begins another, with the statements that follow it, in their round trip; where none is open, the driver
     * has just begun one.
     */
    public static final String AND_NEXT = "COMMIT AND CHAIN";

    /** Ends a transaction with the statements before it, in their round trip; {@link #run} then has nothing to send. */
    public static final String END = "COMMIT";

    /** Compiling a query of the catalog takes seconds where many types are claimed, and saves nothing (measured on 20,000). */
    public static final String OWN_SETTINGS =
            "SELECT pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true), pg_catalog.set_config('jit', 'off', true)";

    private final String mode;

    Transaction(String mode) {
        this.mode = mode;
    }

    /** The statement that must come first in a transaction of this mode. */
    public String mode() {
        return mode;
    }

    /**
     * Runs the work; commits if it returns (but {@link #TRIAL} rolls back), rolls back if it throws.
     *
     * @throws SQLException what the work or the commit threw; a rollback that fails too is attached as suppressed
     */
    public <T> T run(Connection connection, Work<T> work) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            if (this != SNAPSHOT) {
                execute(connection, mode + "; " + OWN_SETTINGS);
            }
            T result = work.run(connection);
            if (this == TRIAL) {
                connection.rollback();
            } else {
                connection.commit();
            }
            return result;
        } catch (Throwable e) {
            // an Error too: leaving the transaction open, autocommit would commit half of the work
            rollback(connection, e);
            throw e;
        } finally {
            restore(connection, autoCommit);
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void restore(Connection connection, boolean autoCommit) throws SQLException {
        if (!connection.isClosed()) {
            connection.setAutoCommit(autoCommit);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
