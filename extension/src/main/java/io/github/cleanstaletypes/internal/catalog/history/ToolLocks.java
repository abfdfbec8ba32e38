package io.github.cleanstaletypes.internal.catalog.history;

import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the rows in which migration tools lock themselves out, in two round trips, within the caller's transaction. Stateless. */
public final class ToolLocks {

    private static final String KNEX = SqlResource.fragment(ToolLocks.class, "knex_lock.sql");
    private static final String LIQUIBASE = SqlResource.fragment(ToolLocks.class, "liquibase_lock.sql");
    private static final int MOST = 100;

    private ToolLocks() {}

    /** Reads those of tables that are safe to read and belong to somebody whom this role trusts. */
    public static List<ToolLockRow> read(Connection connection) throws SQLException {
        List<ToolTable> all = new ArrayList<>();
        ToolTable.addTo(new SqlBatch(Map.of("locks", true)), all).run(connection);
        List<ToolTable> tables = all.stream()
                .filter(table -> table.isRead() && !table.tool().equals("flyway"))
                .limit(MOST)
                .toList();
        List<ToolLockRow> locks = new ArrayList<>();
        if (!tables.isEmpty()) {
            Transaction.limited()
                    .add(statement(tables), row -> locks.add(lock(row, tables.get(row.getInt("lock")))))
                    .run(connection);
        }
        return locks;
    }

    private static SqlResource statement(List<ToolTable> tables) {
        return SqlResource.composed(
                "tool_locks",
                IntStream.range(0, tables.size())
                        .mapToObj(i -> "("
                                + source(tables.get(i))
                                        .formatted(i, tables.get(i).quotedName()) + ")")
                        .collect(Collectors.joining("\nUNION ALL\n")));
    }

    private static String source(ToolTable table) {
        return table.tool().equals("knex") ? KNEX : LIQUIBASE;
    }

    private static ToolLockRow lock(ResultSet row, ToolTable table) throws SQLException {
        String locked = row.getString("locked");
        return new ToolLockRow(
                table.tool().equals("liquibase"),
                table.quotedName(),
                "true".equals(locked) || "1".equals(locked),
                row.getString("holder"),
                row.getString("since"));
    }
}
