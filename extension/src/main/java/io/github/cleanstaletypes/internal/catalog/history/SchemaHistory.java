package io.github.cleanstaletypes.internal.catalog.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in which Flyway keeps what it has applied. Immutable.
 *
 * @param schema its schema, which is the one that Flyway migrates by default
 * @param table its name
 * @param unread why it was not read and there are no rows here, or null if it was read
 * @param migrating whether somebody holds the advisory lock that Flyway takes while it migrates by this table
 * @param rows its rows by ascending {@code installed_rank}
 */
public record SchemaHistory(
        String schema, String table, @Nullable String unread, boolean migrating, List<HistoryRow> rows) {

    /** Flyway locks this number plus the hash of the history's quoted name. */
    private static final long LOCK_BASE = 77_431_708_279_161L;

    public SchemaHistory {
        rows = List.copyOf(rows);
    }

    /** Whether its rows are here. */
    public boolean isRead() {
        return unread == null;
    }

    /** The key of the advisory lock that Flyway takes while it migrates by this table. */
    public static long lockKey(String schema, String table) {
        return LOCK_BASE + (quoted(schema) + "." + quoted(table)).hashCode();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
