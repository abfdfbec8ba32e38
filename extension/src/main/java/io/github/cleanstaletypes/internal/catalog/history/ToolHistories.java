package io.github.cleanstaletypes.internal.catalog.history;

import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
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

    private static final SqlResource TABLES = SqlResource.named(ToolHistories.class, "history_tables.sql");

    private static final String VERSION_ROWS = SqlResource.fragment(ToolHistories.class, "version_rows.sql");

    private static final Map<String, String> ROWS = Map.of(
            "PRISMA", SqlResource.fragment(ToolHistories.class, "prisma_rows.sql"),
            "GOLANG_MIGRATE", SqlResource.fragment(ToolHistories.class, "golang_migrate_rows.sql"),
            "DBMATE", VERSION_ROWS,
            "GOOSE", SqlResource.fragment(ToolHistories.class, "goose_rows.sql"),
            "SQLX", SqlResource.fragment(ToolHistories.class, "sqlx_rows.sql"),
            "SUPABASE", VERSION_ROWS,
            "NODE_PG_MIGRATE", SqlResource.fragment(ToolHistories.class, "node_pg_migrate_rows.sql"),
            "ALEMBIC", SqlResource.fragment(ToolHistories.class, "alembic_rows.sql"));

    private record Found(
            String tool,
            String schema,
            String name,
            String quotedName,
            boolean usual,
            @Nullable String unread) {}

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
        boolean migrating = ToolLockKey.of(found.tool, database, found.schema, found.name).stream()
                .anyMatch(locks::contains);
        return new ToolHistory(found.tool, found.schema, found.name, found.usual, found.unread, migrating, rows);
    }

    private static Found found(ResultRow row) throws SQLException {
        return new Found(
                row.getString("tool"),
                row.getString("schema"),
                row.getString("name"),
                row.getString("quoted_name"),
                row.getBoolean("usual"),
                row.getBoolean("fits")
                        ? ToolTable.unread(row)
                        : "it does not have the columns that this tool gives it");
    }

    private SqlResource statement() {
        return SqlResource.composed(
                "applied_rows",
                IntStream.range(0, found.size())
                        .filter(i -> found.get(i).unread == null)
                        .mapToObj(i -> rows(found.get(i)).formatted(i, found.get(i).quotedName))
                        .collect(Collectors.joining("\nUNION ALL\n")));
    }

    private static String rows(Found found) {
        return Objects.requireNonNull(ROWS.get(found.tool), found.tool);
    }
}
