package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.sql.OtherProduct;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

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
        requirePostgres(server);
        requireVersion(server, Optional::empty);
    }

    static void requirePostgres(DatabaseMetaData server) throws SQLException {
        if (!server.getDatabaseProductName().equals("PostgreSQL")) {
            throw new RunFailedException("the database is " + server.getDatabaseProductName()
                    + ", not PostgreSQL; there is nothing to clean");
        }
    }

    /**
     * Makes sure that it is not too old.
     *
     * @param product asked if it is: others call themselves an old version
     */
    static void requireVersion(DatabaseMetaData server, Supplier<Optional<OtherProduct>> product) throws SQLException {
        if (server.getDatabaseMajorVersion() < OLDEST_MAJOR) {
            product.get().ifPresent(other -> {
                throw new RunFailedException(other.inWords());
            });
            throw new RunFailedException(String.format(
                    Locale.ROOT,
                    "the server is PostgreSQL %s; version %d or later is needed",
                    server.getDatabaseProductVersion(),
                    OLDEST_MAJOR));
        }
    }
}
