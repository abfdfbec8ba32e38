package io.github.cleanstaletypes.internal.catalog.history;

import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes the answers to two questions: which tables are histories of tools other than Flyway, and what stands in those that may be read. */
final class ToolHistories {

    private static final SqlResource TABLES =
            ToolTable.composed("history_tables", SqlResource.fragment(ToolHistories.class, "history_tables.sql"));

    private static final String VERSION_ROWS = SqlResource.fragment(ToolHistories.class, "version_rows.sql");

    private static final Map<String, String> ROWS = Map.of(
            "prisma", SqlResource.fragment(ToolHistories.class, "prisma_rows.sql"),
            "golang_migrate", SqlResource.fragment(ToolHistories.class, "golang_migrate_rows.sql"),
            "dbmate", VERSION_ROWS,
            "goose", SqlResource.fragment(ToolHistories.class, "goose_rows.sql"),
            "sqlx", SqlResource.fragment(ToolHistories.class, "sqlx_rows.sql"),
            "supabase", VERSION_ROWS,
            "node_pg_migrate", SqlResource.fragment(ToolHistories.class, "node_pg_migrate_rows.sql"),
            "alembic", SqlResource.fragment(ToolHistories.class, "alembic_rows.sql"));

    private record Found(
            ToolTable table, boolean usual, @Nullable String unread) {}

    private final List<Found> found = new ArrayList<>();
    private final Map<Integer, List<ToolHistoryRow>> rows = new HashMap<>();

    SqlBatch addTablesTo(SqlBatch batch) {
        return batch.add(TABLES, row -> found.add(found(row)));
    }

    boolean anyRead() {
        return found.stream().anyMatch(each -> each.unread == null);
    }

    void addRowsTo(SqlBatch batch) {
        if (anyRead()) {
            batch.add(
                    statement(),
                    row -> rows.computeIfAbsent(row.getInt("history"), i -> new ArrayList<>())
                            .add(new ToolHistoryRow(
                                    String.valueOf(row.getString("key")),
                                    ToolHistoryRow.State.named(String.valueOf(row.getString("state"))))));
        }
    }

    /** @param locks the keys of the advisory locks that are held in this database */
    List<ToolHistory> histories(String database, Set<Long> locks) {
        return IntStream.range(0, found.size())
                .mapToObj(i -> history(found.get(i), database, locks, rows.getOrDefault(i, List.of())))
                .toList();
    }

    private static ToolHistory history(Found found, String database, Set<Long> locks, List<ToolHistoryRow> rows) {
        ToolTable table = found.table;
        boolean migrating = ToolLockKey.of(table.tool(), database, table.schema(), table.name()).stream()
                .anyMatch(locks::contains);
        return new ToolHistory(table.tool(), table.schema(), table.name(), found.usual, found.unread, migrating, rows);
    }

    private static Found found(ResultSet row) throws SQLException {
        ToolTable table = ToolTable.read(row);
        String unread =
                row.getBoolean("fits") ? table.unread() : "it does not have the columns that this tool gives it";
        return new Found(table, row.getBoolean("usual"), unread);
    }

    private SqlResource statement() {
        return SqlResource.composed(
                "applied_rows",
                IntStream.range(0, found.size())
                        .filter(i -> found.get(i).unread == null)
                        .mapToObj(i -> rows(found.get(i).table)
                                .formatted(i, found.get(i).table.quotedName()))
                        .collect(Collectors.joining("\nUNION ALL\n")));
    }

    private static String rows(ToolTable table) {
        return Objects.requireNonNull(ROWS.get(table.tool()), table.tool());
    }
}
