package io.github.cleanstaletypes.internal.catalog.history;

import io.github.cleanstaletypes.internal.sql.AnyText;
import io.github.cleanstaletypes.internal.sql.EpochColumn;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What migration tools say in their own tables of migrations that have failed or are running. Immutable.
 *
 * @param rows the rows that say so
 * @param unread the tables that were not read, and why
 */
public record ToolStates(List<ToolStateRow> rows, List<String> unread) {

    /** Nothing that needs telling. */
    public static final ToolStates NONE = new ToolStates(List.of(), List.of());

    /** Has dates printed alike, whatever the session's settings: what a row holds is compared as text. */
    public static final SqlResource DATE_FORM = SqlResource.named(ToolStates.class, "date_form.sql");

    private static final int MOST_TABLES = 100;

    /** What is read of which tool's table. */
    private static final Map<String, String> SOURCES = Map.of(
            "FLYWAY", SqlResource.fragment(ToolStates.class, "flyway_state.sql"),
            "GOLANG_MIGRATE", SqlResource.fragment(ToolStates.class, "golang_migrate_state.sql"),
            "PRISMA", SqlResource.fragment(ToolStates.class, "prisma_state.sql"),
            "SQLX", SqlResource.fragment(ToolStates.class, "sqlx_state.sql"),
            "LIQUIBASE", SqlResource.fragment(ToolStates.class, "liquibase_state.sql"),
            "KNEX", SqlResource.fragment(ToolStates.class, "knex_state.sql"),
            "EF_CORE", SqlResource.fragment(ToolStates.class, "ef_core_state.sql"),
            "KYSELY", SqlResource.fragment(ToolStates.class, "kysely_state.sql"),
            "YOYO", SqlResource.fragment(ToolStates.class, "yoyo_state.sql"));

    public ToolStates {
        rows = List.copyOf(rows);
        unread = List.copyOf(unread);
    }

    /** Reads them now, of every name, in a transaction of its own. */
    public static ToolStates now(Connection connection) throws SQLException {
        return Transaction.SNAPSHOT.run(connection, c -> read(c, ToolTable.withStates(c)));
    }

    /** Reads these tables in one statement, within the caller's transaction; a lock on one of them is not waited for. */
    public static ToolStates read(Connection connection, List<ToolTable> found) throws SQLException {
        List<ToolTable> tables = read(found);
        List<String> unread = unread(found);
        if (tables.isEmpty()) {
            return new ToolStates(List.of(), unread);
        }
        List<ToolStateRow> rows = new ArrayList<>();
        Savepoint before = connection.setSavepoint();
        try {
            addTo(Transaction.limited(), tables, rows).run(connection);
        } catch (SQLException e) {
            // bytes that are no text are read as such by whoever asks again
            boolean readable = AnyText.wouldHelp(e) && !(connection instanceof AnyText);
            if (readable || SqlStates.connectionLost(e)) {
                throw e;
            }
            connection.rollback(before);
            String all = tables.stream().map(ToolTable::quotedName).collect(Collectors.joining(", "));
            return new ToolStates(
                    List.of(),
                    Stream.concat(unread.stream(), Stream.of(all + ": " + ErrorLine.of(e)))
                            .toList());
        }
        return new ToolStates(rows, unread);
    }

    /** Those of the tables that are read. */
    public static List<ToolTable> read(List<ToolTable> found) {
        return found.stream().filter(ToolTable::isRead).limit(MOST_TABLES).toList();
    }

    /** Why each of the other tables is not read. */
    public static List<String> unread(List<ToolTable> found) {
        return found.stream()
                .filter(table -> !table.isRead())
                .map(table -> table.quotedName() + ": " + table.unread())
                .toList();
    }

    /** Adds the statement that reads these tables, of which there is one at least, to a batch that gives up soon. */
    public static SqlBatch addTo(SqlBatch batch, List<ToolTable> tables, List<ToolStateRow> rows) {
        return batch.add(DATE_FORM).add(statement(tables), row -> rows.add(read(row, tables)));
    }

    private static SqlResource statement(List<ToolTable> tables) {
        return SqlResource.verbatim(
                "tool_states",
                IntStream.range(0, tables.size())
                        .mapToObj(i -> "("
                                + Objects.requireNonNull(
                                                SOURCES.get(tables.get(i).tool()))
                                        .formatted(i, tables.get(i).quotedName())
                                + ")")
                        .collect(Collectors.joining("\nUNION ALL\n")));
    }

    private static ToolStateRow read(ResultRow row, List<ToolTable> tables) throws SQLException {
        return new ToolStateRow(
                tables.get(row.getInt("source")),
                ToolStateRow.State.valueOf(row.getString("state")),
                row.getString("entry"),
                row.getString("detail"),
                row.getString("who"),
                row.getString("since"),
                EpochColumn.moment(row, "since_epoch"),
                EpochColumn.moment(row, "written"),
                row.getString("xmin"),
                row.getString("set_back"));
    }
}
