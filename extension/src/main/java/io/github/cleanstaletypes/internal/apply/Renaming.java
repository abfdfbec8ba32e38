package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.Quarantine;
import io.github.cleanstaletypes.internal.catalog.Quarantine.Approval;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.StoredName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/** Renames a type out of the way, and back, with all that has its name; within the caller's transaction. Stateless. */
final class Renaming {

    /** Somebody may have had the same idea for a name. */
    private static final int MOST_NUMBERS = 9;

    private Renaming() {}

    /**
     * Renames it out of the way, and keeps its name and its comment in its comment.
     *
     * @param approval who sets it aside; null if it is to be dropped
     * @return its name from now on
     */
    static String away(Connection connection, StandaloneType type, @Nullable Approval approval) throws SQLException {
        Multirange multirange = Multirange.of(connection, type);
        Quarantine quarantine = new Quarantine(
                type.originalName(), multirange == null ? null : multirange.name(), type.originalComment(), approval);
        for (int number = 1; ; number++) {
            String name = quarantineName(type.oid(), number, type.name());
            Savepoint before = connection.setSavepoint();
            try {
                Ddl.rename(connection, type, name);
                if (multirange != null) {
                    multirange.follow(connection, type, quarantineName(multirange.oid(), number, multirange.name()));
                }
                Ddl.comment(connection, type, name, quarantine.comment());
                return name;
            } catch (SQLException e) {
                if (!SqlStates.nameTaken(e) || number == MOST_NUMBERS) {
                    throw e;
                }
                connection.rollback(before);
            }
        }
    }

    /** Gives it back what it had. */
    static void back(Connection connection, StandaloneType type) throws SQLException {
        Quarantine quarantine = type.quarantine().orElseThrow();
        Ddl.rename(connection, type, quarantine.originalName());
        String multirangeName = quarantine.originalMultirange();
        Multirange multirange = multirangeName == null ? null : Multirange.of(connection, type);
        if (multirange != null && multirangeName != null) {
            multirange.follow(connection, type, multirangeName);
        }
        Ddl.comment(connection, type, quarantine.originalName(), quarantine.originalComment());
    }

    /** {@code stale_<oid>_<name>}, from the second try on with the number behind the oid. */
    static String quarantineName(long oid, int number, String name) {
        return StoredName.cut("stale_" + oid + "_" + (number == 1 ? "" : number + "_") + name);
    }
}
