package io.github.cleanstaletypes.internal.catalog.history;

import io.github.cleanstaletypes.internal.sql.RawText;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
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

    private static final SqlResource CANDIDATES = SqlResource.named(ToolTable.class, "tool_candidates.sql");
    private static final SqlResource TOOL_TABLES = SqlResource.named(ToolTable.class, "tool_tables.sql");

    /** What a batch needs to be asked for every schema history, whatever it is called, which takes a look at every column. */
    static Map<String, Object> histories() {
        return Map.of("histories", true, "renamed", false);
    }

    /**
     * What a batch needs to be asked for the tables in which tools say that a migration has failed or is running.
     *
     * @param renamed whether those are wanted too that have another name than their tool gives them, which takes a look at every column
     */
    public static Map<String, Object> states(boolean renamed) {
        return Map.of("histories", false, "renamed", renamed);
    }

    /** What a batch needs to judge the tables of usual names at once, without asking for candidates first. */
    public static Map<String, Object> usualStates() {
        return Map.of("histories", false, "renamed", false, "usual", true, "candidates", List.of());
    }

    /** Adds the cheap question for the oids of tables that may be some tool's; the batch's values say what is wanted. */
    public static SqlBatch addCandidatesTo(SqlBatch batch, List<Long> candidates) {
        return batch.add(CANDIDATES, row -> candidates.add(row.getLong("oid")));
    }

    /** What a batch needs to judge candidates: nothing but these is looked at. */
    static SqlBatch judging(List<Long> candidates, Map<String, Object> wanted) {
        Map<String, Object> values = new HashMap<>(wanted);
        values.put("candidates", candidates);
        values.put("usual", false);
        return new SqlBatch(values);
    }

    /** Adds the question which of the candidates are a tool's, and whether they may be read. */
    public static SqlBatch addTo(SqlBatch batch, List<ToolTable> tables) {
        return batch.add(TOOL_TABLES, row -> tables.add(read(row)));
    }

    /** Those of the candidates in which a tool says that a migration has failed or is running, within the caller's transaction. */
    public static List<ToolTable> withStates(Connection connection, List<Long> candidates, boolean renamed)
            throws SQLException {
        List<ToolTable> tables = new ArrayList<>();
        if (!candidates.isEmpty()) {
            addTo(judging(candidates, states(renamed)), tables).run(connection);
        }
        return tables;
    }

    /** The same of every name, found now, within the caller's transaction. */
    public static List<ToolTable> withStates(Connection connection) throws SQLException {
        List<Long> candidates = new ArrayList<>();
        addCandidatesTo(new SqlBatch(states(true)), candidates).run(connection);
        return withStates(connection, candidates, true);
    }

    /** Whether its rows may be read. */
    public boolean isRead() {
        return unread == null;
    }

    private static ToolTable read(ResultRow row) throws SQLException {
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

    static @Nullable String unread(ResultRow row) throws SQLException {
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
