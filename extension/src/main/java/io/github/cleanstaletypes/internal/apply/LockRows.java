package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.history.ToolStateRow;
import io.github.cleanstaletypes.internal.catalog.history.ToolStates;
import io.github.cleanstaletypes.internal.catalog.history.ToolTable;
import io.github.cleanstaletypes.internal.finding.UnfinishedMigration;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Frees lock rows of migration tools of which it is proved that nobody holds them. Stateless. */
final class LockRows {

    private static final SqlResource LOCK_TABLE = SqlResource.named(LockRows.class, "lock_tool_table.sql");

    /** Of each tool whose lock says what it was, so that it can be set back. */
    private static final Map<String, SqlResource> FREE = Map.of(
            "KNEX", SqlResource.named(LockRows.class, "free_knex_lock.sql"),
            "LIQUIBASE", SqlResource.named(LockRows.class, "free_liquibase_lock.sql"));

    private LockRows() {}

    /** Frees them within the caller's transaction, if they and their table are as they were, and still nobody holds them. */
    static Result free(Connection connection, UnfinishedMigration finding, LockProof proof) throws SQLException {
        String table = finding.table().quotedName();
        new SqlBatch(Map.of())
                .add(LOCK_TABLE.of(table))
                .add(ToolStates.DATE_FORM)
                .run(connection);
        if (!ToolTable.withStates(connection).contains(finding.table())) {
            return Results.refused(
                    finding, Refusal.BUSY, "Not freed, because the table was changed at this moment. Run it again.");
        }
        if (!proof.stillHolds(connection)) {
            return Results.refused(
                    finding,
                    Refusal.CONNECTED,
                    "Not freed, because somebody has connected to this database meanwhile.");
        }
        for (ToolStateRow row : finding.rows()) {
            free(connection, row);
        }
        return Results.of(finding, Outcome.FREED);
    }

    private static void free(Connection connection, ToolStateRow row) throws SQLException {
        List<String> freed = new ArrayList<>();
        SqlResource statement = Objects.requireNonNull(FREE.get(row.table().tool()))
                .of(row.table().quotedName());
        new SqlBatch(Map.of("xmin", row.xmin(), "set_back", Objects.requireNonNull(row.setBack())))
                .add(statement, freedRow -> freed.add(freedRow.getString("xmin")))
                .run(connection);
        if (freed.size() != 1) {
            // what was freed before it in this transaction is rolled back
            throw new SQLException("the row of the lock has been written again", SqlStates.SERIALIZATION_FAILURE);
        }
    }
}
