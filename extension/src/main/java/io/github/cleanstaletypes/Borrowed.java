package io.github.cleanstaletypes;

import io.github.cleanstaletypes.apply.LockNotHadException;
import io.github.cleanstaletypes.catalog.Transaction;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Borrows a connection for one run, makes sure that a server of ours is behind it, and puts what goes wrong into words. */
final class Borrowed {

    private static final int OLDEST_MAJOR = 14;

    private Borrowed() {}

    static CleanupReport run(DataSource dataSource, Transaction.Work<CleanupReport> work) {
        try (Connection connection = connect(dataSource)) {
            requireSupported(connection.getMetaData());
            return work.run(connection);
        } catch (LockNotHadException e) {
            throw new StaleTypesException(String.valueOf(e.getMessage()), e);
        } catch (SQLException e) {
            throw new StaleTypesException(words(e), e);
        }
    }

    private static Connection connect(DataSource dataSource) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new StaleTypesException("could not connect to the database: " + words(e), e);
        }
    }

    private static void requireSupported(DatabaseMetaData server) throws SQLException {
        if (!server.getDatabaseProductName().equals("PostgreSQL")) {
            throw new StaleTypesException(
                    "the database is " + server.getDatabaseProductName()
                            + ", not PostgreSQL; there is nothing to clean",
                    null);
        }
        if (server.getDatabaseMajorVersion() < OLDEST_MAJOR) {
            throw new StaleTypesException(
                    "the server is PostgreSQL " + server.getDatabaseProductVersion() + "; version " + OLDEST_MAJOR
                            + " or later is needed",
                    null);
        }
    }

    private static String words(SQLException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String state = e.getSQLState();
        if (state == null) {
            return message;
        }
        String what = state.startsWith("08") || state.startsWith("57P") ? "the connection was lost: " : "";
        return what + message + " (" + state + ")";
    }
}
