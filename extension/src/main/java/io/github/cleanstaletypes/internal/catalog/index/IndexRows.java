package io.github.cleanstaletypes.internal.catalog.index;

import io.github.cleanstaletypes.internal.catalog.undo.ReplaySettings;
import io.github.cleanstaletypes.internal.catalog.undo.UndoText;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads invalid indexes: all of them with the rest of the catalog, or one again by its oid. Stateless. */
public final class IndexRows {

    /** The parameters of the statement that reads all of them. */
    public static final Map<String, Object> EVERY = Map.of("every_index", true, "index_oids", List.of());

    private static final SqlResource INVALID = SqlResource.named(IndexRows.class, "invalid_indexes.sql");
    private static final SqlResource DEFINITIONS = SqlResource.named(IndexRows.class, "index_definitions.sql");

    private IndexRows() {}

    /** Reads all of them by themselves, in a transaction of its own. */
    public static List<IndexRow> all(Connection connection) throws SQLException {
        List<IndexRow> rows = new ArrayList<>();
        return Transaction.READS.run(connection, c -> {
            addTo(new SqlBatch(EVERY), rows).run(c);
            return defined(c, rows);
        });
    }

    /** Adds the statement that finds them; its parameters are {@link #EVERY}. */
    public static SqlBatch addTo(SqlBatch batch, List<IndexRow> rows) {
        return batch.add(INVALID, row -> rows.add(row(row)));
    }

    /**
     * Reads what these are in full, within the caller's transaction: describing one waits for whoever changes its table, which is not worth
     * holding up anybody.
     */
    public static List<IndexRow> defined(Connection connection, List<IndexRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<Long, IndexDefinition> definitions = new HashMap<>();
        Savepoint before = connection.setSavepoint();
        try {
            Transaction.limited().run(connection);
            definitions(connection, rows, definitions);
        } catch (SQLException e) {
            if (SqlStates.of(e).isEmpty() || SqlStates.connectionLost(e)) {
                throw e;
            }
            connection.rollback(before);
        }
        return rows.stream().map(row -> row.with(definitions.get(row.oid()))).toList();
    }

    /** Reads one as it is now, with its definition; empty if it is gone, or valid by now. Within the caller's transaction. */
    public static Optional<IndexRow> again(Connection connection, long oid) throws SQLException {
        List<IndexRow> rows = new ArrayList<>();
        addTo(new SqlBatch(Map.of("every_index", false, "index_oids", List.of(oid))), rows)
                .run(connection);
        Map<Long, IndexDefinition> definitions = new HashMap<>();
        if (!rows.isEmpty()) {
            definitions(connection, rows, definitions);
        }
        return rows.stream().map(row -> row.with(definitions.get(row.oid()))).findFirst();
    }

    private static void definitions(Connection connection, List<IndexRow> rows, Map<Long, IndexDefinition> definitions)
            throws SQLException {
        new SqlBatch(Map.of("index_oids", rows.stream().map(IndexRow::oid).toList()))
                .add(ReplaySettings.query())
                .add(DEFINITIONS, row -> definition(row, definitions))
                .run(connection);
    }

    /** A definition that cannot be read is none: somebody has just dropped the index. */
    private static void definition(ResultRow row, Map<Long, IndexDefinition> definitions) throws SQLException {
        String statement = row.getString("definition");
        if (statement != null) {
            definitions.put(
                    row.getLong("oid"),
                    new IndexDefinition(
                            row.getLong("bytes"),
                            statement,
                            UndoText.of(SqlBatch.texts(row, "statements")),
                            row.getString("duplicates")));
        }
    }

    private static IndexRow row(ResultRow row) throws SQLException {
        long builder = row.getLong("builder");
        return new IndexRow(
                row.getLong("oid"),
                row.getString("schema"),
                row.getString("name"),
                row.getString("table_schema"),
                row.getString("table_name"),
                row.getString("owner"),
                row.getBoolean("owned"),
                row.getBoolean("is_unique"),
                row.getBoolean("ready"),
                row.getBoolean("live"),
                IndexRole.valueOf(row.getString("role")),
                builder == 0 ? null : builder,
                null);
    }
}
