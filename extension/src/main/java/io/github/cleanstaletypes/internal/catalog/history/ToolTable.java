package io.github.cleanstaletypes.internal.catalog.history;

import io.github.cleanstaletypes.internal.sql.RawText;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table that looks like a migration tool's. Immutable.
 *
 * @param tool the tool as {@code MigrationTool} names it
 * @param oid its oid
 * @param schema its schema
 * @param name its name
 * @param quotedName both as SQL writes them
 * @param unread why it is not read, or null if it is
 * @param changeable whether this role may change its rows
 * @param hooks what would run somebody's code if a row were changed, in words; empty for nothing
 */
public record ToolTable(
        String tool,
        long oid,
        String schema,
        String name,
        String quotedName,
        @Nullable String unread,
        boolean changeable,
        String hooks) {

    private static final SqlResource TOOL_TABLES = SqlResource.named(ToolTable.class, "tool_tables.sql");

    /** What a batch needs to be asked for every schema history of Flyway's. */
    static Map<String, Boolean> histories() {
        return Map.of("histories", true, "states", false, "renamed", false);
    }

    /**
     * What a batch needs to be asked for the tables in which tools say that a migration has failed or is running.
     *
     * @param renamed whether those are wanted too that have another name than their tool gives them, which takes a look at every column
     */
    public static Map<String, Boolean> states(boolean renamed) {
        return Map.of("histories", false, "states", true, "renamed", renamed);
    }

    /** Adds the question, of which the batch's values say what is wanted. */
    public static SqlBatch addTo(SqlBatch batch, List<ToolTable> tables) {
        return batch.add(TOOL_TABLES, row -> tables.add(read(row)));
    }

    /** Whether its rows may be read. */
    public boolean isRead() {
        return unread == null;
    }

    private static ToolTable read(ResultSet row) throws SQLException {
        return new ToolTable(
                row.getString("tool"),
                row.getLong("oid"),
                row.getString("schema"),
                row.getString("name"),
                row.getString("quoted_name"),
                unread(row),
                row.getBoolean("changeable"),
                row.getString("hooks"));
    }

    static @Nullable String unread(ResultSet row) throws SQLException {
        if (!row.getBoolean("readable")) {
            return "this role may not read it";
        }
        if (!row.getBoolean("trusted")) {
            return "its owner " + row.getString("owner")
                    + " is neither this role, nor one that it is a member of, nor the database's owner, nor a superuser";
        }
        if (!RawText.exact(row.getString("quoted_name"))) {
            return "its name is no text in this database's encoding";
        }
        return row.getBoolean("safe")
                ? null
                : "reading it could run somebody's code (a policy, a type, an index or statistics of its own)";
    }
}
