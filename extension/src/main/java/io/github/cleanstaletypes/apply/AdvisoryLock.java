package io.github.cleanstaletypes.apply;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The one lock per database that whoever changes types, and whoever migrates under a guard, holds. Polled, never waited for: a
 * transaction that waits for a lock holds a snapshot, and CREATE INDEX CONCURRENTLY would wait for that in turn.
 */
public final class AdvisoryLock {

    /** The key: the ASCII letters {@code cstypes} as a number. Advisory locks are per database (manual section 13.3.5). */
    public static final long KEY = 0x63_73_74_79_70_65_73L;

    private AdvisoryLock() {}

    /** Takes the lock until the end of the transaction, if nobody else has it. */
    static boolean tryWithin(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT pg_catalog.pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, KEY);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
