package io.github.cleanstaletypes.internal.run;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;

/** Knows which servers this project can work on. Stateless. */
public final class SupportedServer {

    private static final int OLDEST_MAJOR = 14;

    private SupportedServer() {}

    /**
     * Makes sure that it is one of them.
     *
     * @throws RunFailedException if it is no PostgreSQL, or an older one
     */
    public static void require(DatabaseMetaData server) throws SQLException {
        if (!server.getDatabaseProductName().equals("PostgreSQL")) {
            throw new RunFailedException("the database is " + server.getDatabaseProductName()
                    + ", not PostgreSQL; there is nothing to clean");
        }
        if (server.getDatabaseMajorVersion() < OLDEST_MAJOR) {
            throw new RunFailedException(String.format(
                    Locale.ROOT,
                    "the server is PostgreSQL %s; version %d or later is needed",
                    server.getDatabaseProductVersion(),
                    OLDEST_MAJOR));
        }
    }
}
