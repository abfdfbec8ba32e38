package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.sql.RawText;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts the rows of leftover relations, all in one statement, up to {@value #LIMIT} each; where somebody's lock or a missing right
 * is in the way, the estimate of the last ANALYZE must do. A count must never hold up a migration: it waits for no lock.
 */
final class RowCounts {

    private static final long LIMIT = 100_000;
    private static final int MOST_RELATIONS = 100;

    private static final String COUNT = SqlResource.fragment(RowCounts.class, "row_count.sql");

    private RowCounts() {}

    static List<Relation> read(Connection connection, List<RelationRow> relations, boolean count) throws SQLException {
        Map<Long, Long> counted = new HashMap<>();
        List<RelationRow> countable = count
                ? relations.stream()
                        .filter(relation -> relation.countable() && RawText.exact(relation.quotedName()))
                        .limit(MOST_RELATIONS)
                        .toList()
                : List.of();
        if (!countable.isEmpty()) {
            Savepoint before = connection.setSavepoint();
            try {
                Transaction.limited()
                        .add(statement(countable), row -> counted.put(row.getLong("oid"), row.getLong("n")))
                        .run(connection);
            } catch (SQLException e) {
                if (SqlStates.connectionLost(e)) {
                    throw e;
                }
                connection.rollback(before);
            }
        }
        return relations.stream()
                .map(relation -> relation.with(
                        counted.containsKey(relation.oid())
                                ? RowCount.counted(counted.get(relation.oid()), LIMIT)
                                : RowCount.estimated(relation.estimatedRows())))
                .toList();
    }

    private static SqlResource statement(List<RelationRow> relations) {
        return SqlResource.composed(
                "row_counts",
                relations.stream()
                        .map(relation -> COUNT.formatted(relation.oid(), relation.quotedName(), LIMIT + 1))
                        .collect(Collectors.joining("\nUNION ALL ")));
    }
}
