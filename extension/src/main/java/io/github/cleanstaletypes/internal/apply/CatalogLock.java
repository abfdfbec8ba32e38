package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Map;

/**
 * Keeps other sessions from looking a type up by its name until our transaction ends: a session that has just come has no type of the
 * user's in its cache, so it reads {@code pg_type}, and waits. Held for moments only, and only while nobody else is connected.
 */
final class CatalogLock {

    private static final SqlResource LOCK = SqlResource.named(CatalogLock.class, "lock_types.sql");

    private CatalogLock() {}

    /** Takes the lock until the end of the transaction, if this role may: only a superuser may lock a catalog (manual, LOCK). */
    static boolean hadWithin(Connection connection) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            new SqlBatch(Map.of()).add(LOCK).run(connection);
            return true;
        } catch (SQLException e) {
            if (!SqlStates.insufficientPrivilege(e)) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
    }
}
