package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.catalog.CatalogReader.ScopeSource;
import io.github.cleanstaletypes.internal.catalog.history.Histories;
import io.github.cleanstaletypes.internal.catalog.history.MigrationContext;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a {@link QuickLook}, each row by an index, so that it costs the same whatever else the database has: two round trips, and a third one
 * if a standalone type or a migration tool's table is there; one to three more if what is claimed depends on what has been migrated.
 * Empty where only the full look can judge what is there. Stateless.
 */
public final class QuickReader {

    static final SqlResource PREFER_INDEXES = SqlResource.named(QuickReader.class, "prefer_indexes.sql");

    /**
     * What the claimed names lead to, and what others were doing just after that.
     *
     * @param snapshot without what a quick look does not read: damage, standalone types of other names, what only a scan finds
     * @param activity who was creating something
     */
    public record QuickLook(CatalogSnapshot snapshot, Activity activity) {}

    private QuickReader() {}

    /**
     * Reads in transactions of its own.
     *
     * @throws SQLException if the session was lost, or a text needs to be read in another way; any other error leaves the answer to the full
     *     look, which is empty then
     */
    public static Optional<QuickLook> read(Connection connection, CatalogScope scope) throws SQLException {
        return attempted(connection, c -> {
            QuickReading reading = new QuickReading(c);
            reading.open(Map.of()).run(c);
            return reading.look(scope);
        });
    }

    /**
     * Reads likewise; the scope is asked for when it is known what has been migrated.
     *
     * @param histories whether the scope depends on histories of migrations; those of usual names are read, and without one nothing is judged
     */
    public static Optional<QuickLook> read(Connection connection, ScopeSource source, boolean histories)
            throws SQLException {
        return attempted(connection, c -> {
            QuickReading reading = new QuickReading(c);
            reading.open(Map.of()).run(c);
            MigrationContext ground = histories
                    ? Histories.readUsual(c, reading.searchPath())
                    : new MigrationContext(c.getCatalog(), reading.searchPath(), List.of(), List.of());
            if (histories && ground.histories().isEmpty() && ground.tools().isEmpty()) {
                return Optional.empty();
            }
            return reading.look(source.scope(ground));
        });
    }

    private static Optional<QuickLook> attempted(Connection connection, Transaction.Work<Optional<QuickLook>> work)
            throws SQLException {
        try {
            return Transaction.SNAPSHOT.batched(connection, work);
        } catch (SQLException e) {
            if (SqlStates.hopeless(e) || SqlStates.notConvertible(e)) {
                throw e;
            }
            // a table that somebody has locked, a catalog that cannot be described: the full look knows what to do
            return Optional.empty();
        }
    }
}
