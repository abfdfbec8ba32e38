package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server locks a type that a CREATE refers to (from 14.24, 15.19, 16.15, 17.11 and 18.6, as far as measured). Told by what it
 * does, not by its version: the CREATE of a temporary view over the type, rolled back, leaves the type's oid among our locks, or not.
 *
 * <p>A role without the TEMPORARY privilege, or with an event trigger in its way, cannot tell, and takes the way that is safe on every server. Not thread-safe; asks once.
 */
final class TypeLocking {

    private static final SqlResource OWN_LOCK = SqlResource.named(TypeLocking.class, "own_type_lock.sql");

    private @Nullable Boolean present;

    boolean presentFor(Connection connection, StandaloneType type) throws SQLException {
        if (present == null) {
            present = ask(connection, type);
        }
        return present;
    }

    private static boolean ask(Connection connection, StandaloneType type) throws SQLException {
        Savepoint before = connection.setSavepoint();
        boolean locked;
        try {
            Ddl.viewOver(connection, type);
            locked = locked(connection, type.oid());
        } catch (SQLException e) {
            if (SqlStates.of(e).isEmpty() || SqlStates.connectionLost(e)) {
                throw e;
            }
            connection.rollback(before);
            if ((SqlStates.somebodyMoved(e) || SqlStates.hopeless(e))
                    && EventTriggers.raised(connection, e).isEmpty()) {
                throw e;
            }
            locked = false;
        }
        connection.rollback(before);
        return locked;
    }

    private static boolean locked(Connection connection, long oid) throws SQLException {
        return "t".equals(SqlBatch.text(connection, OWN_LOCK, Map.of("oid", oid)));
    }
}
