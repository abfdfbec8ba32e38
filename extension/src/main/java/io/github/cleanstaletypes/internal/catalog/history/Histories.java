package io.github.cleanstaletypes.internal.catalog.history;

import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads every history of migrations of a database, however many there are, in one to three round trips, within the caller's transaction: what is
 * pending and what stands there must be seen at the same moment, or a type that a migration has just made would look left over.
 */
public final class Histories {

    private static final SqlResource LOCKS = SqlResource.named(Histories.class, "advisory_locks.sql");
    private static final String ROWS = SqlResource.fragment(Histories.class, "history_rows.sql");

    private Histories() {}

    /**
     * Reads them; those that are not read come without rows.
     *
     * @param searchPath the schemas that a bare name means, in order
     */
    public static MigrationContext read(Connection connection, List<String> searchPath) throws SQLException {
        return read(connection, searchPath, ToolTable.histories());
    }

    /** Reads likewise those alone that have a name which their tool gives them: an index leads there. */
    public static MigrationContext readUsual(Connection connection, List<String> searchPath) throws SQLException {
        return read(connection, searchPath, ToolTable.states(false));
    }

    private static MigrationContext read(
            Connection connection, List<String> searchPath, Map<String, Object> candidatesWanted) throws SQLException {
        List<ToolTable> tables = new ArrayList<>();
        ToolHistories tools = new ToolHistories();
        Set<Long> locks = new HashSet<>();
        List<Long> candidates = new ArrayList<>();
        ToolTable.addCandidatesTo(new SqlBatch(candidatesWanted), candidates)
                .add(LOCKS, row -> locks.add(row.getLong("key")))
                .run(connection);
        if (!candidates.isEmpty()) {
            SqlBatch judging = ToolTable.addTo(ToolTable.judging(candidates, ToolTable.histories()), tables);
            tools.addTablesTo(judging).run(connection);
        }
        Map<Integer, List<HistoryRow>> rows = new HashMap<>();
        boolean flyway = tables.stream().anyMatch(ToolTable::isRead);
        if (flyway || tools.anyRead()) {
            SqlBatch reading = Transaction.limited();
            if (flyway) {
                reading.add(
                        statement(tables),
                        row -> rows.computeIfAbsent(row.getInt("history"), i -> new ArrayList<>())
                                .add(historyRow(row)));
            }
            tools.addRowsTo(reading);
            reading.run(connection);
        }
        List<SchemaHistory> histories = IntStream.range(0, tables.size())
                .mapToObj(i -> history(tables.get(i), locks, rows.getOrDefault(i, List.of())))
                .toList();
        String database = connection.getCatalog();
        return new MigrationContext(database, searchPath, histories, tools.histories(database, locks));
    }

    private static SchemaHistory history(ToolTable table, Set<Long> locks, List<HistoryRow> rows) {
        boolean migrating = locks.contains(SchemaHistory.lockKey(table.schema(), table.name()));
        return new SchemaHistory(table.schema(), table.name(), table.unread(), migrating, rows);
    }

    private static SqlResource statement(List<ToolTable> tables) {
        return SqlResource.composed(
                "history_rows",
                IntStream.range(0, tables.size())
                        .filter(i -> tables.get(i).isRead())
                        .mapToObj(i -> ROWS.formatted(i, tables.get(i).quotedName()))
                        .collect(Collectors.joining("\nUNION ALL\n", "", "\n ORDER BY 1, 2")));
    }

    private static HistoryRow historyRow(ResultRow row) throws SQLException {
        int checksum = row.getInt("checksum");
        Integer orNull = row.wasNull() ? null : checksum;
        return new HistoryRow(
                row.getString("version"),
                String.valueOf(row.getString("description")),
                String.valueOf(row.getString("type")),
                String.valueOf(row.getString("script")),
                orNull,
                row.getBoolean("success"));
    }
}
