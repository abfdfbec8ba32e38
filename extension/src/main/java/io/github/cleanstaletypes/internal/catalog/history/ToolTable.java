package io.github.cleanstaletypes.internal.catalog.history;

import io.github.cleanstaletypes.internal.sql.RawText;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that looks like a migration tool's. Immutable.
 *
 * @param tool {@code flyway}, {@code knex} or {@code liquibase}
 * @param schema its schema
 * @param name its name
 * @param quotedName both as SQL writes them
 * @param unread why it is not read, or null if it is
 */
record ToolTable(
        String tool,
        String schema,
        String name,
        String quotedName,
        @Nullable String unread) {

    private static final SqlResource TOOL_TABLES = SqlResource.named(ToolTable.class, "tool_tables.sql");

    /** Adds the question for such tables; the batch has the value {@code locks}: whether lock tables are wanted too. */
    static SqlBatch addTo(SqlBatch batch, List<ToolTable> tables) {
        return batch.add(TOOL_TABLES, row -> tables.add(read(row)));
    }

    boolean isRead() {
        return unread == null;
    }

    private static ToolTable read(ResultSet row) throws SQLException {
        return new ToolTable(
                row.getString("tool"),
                row.getString("schema"),
                row.getString("name"),
                row.getString("quoted_name"),
                unread(row));
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
