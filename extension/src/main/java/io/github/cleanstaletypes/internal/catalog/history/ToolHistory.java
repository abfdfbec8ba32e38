package io.github.cleanstaletypes.internal.catalog.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in which a tool other than Flyway keeps which migrations have run. Immutable.
 *
 * @param tool the tool as {@code MigrationTool} names it, such as {@code GOLANG_MIGRATE}
 * @param schema its schema
 * @param table its name
 * @param usual whether that is the name that the tool gives it by default
 * @param unread why it was not read and there are no rows here, or null if it was read
 * @param migrating whether somebody holds the advisory lock that the tool takes while it migrates; false if it takes none
 * @param rows its rows
 */
public record ToolHistory(
        String tool,
        String schema,
        String table,
        boolean usual,
        @Nullable String unread,
        boolean migrating,
        List<ToolHistoryRow> rows) {

    public ToolHistory {
        rows = List.copyOf(rows);
    }

    /** Whether its rows are here. */
    public boolean isRead() {
        return unread == null;
    }
}
