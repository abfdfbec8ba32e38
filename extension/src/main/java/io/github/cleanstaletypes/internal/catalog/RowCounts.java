package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.sql.SqlBatch;
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

    private RowCounts() {}

    static List<Relation> read(Connection connection, List<RelationRow> relations, boolean count) throws SQLException {
        Map<Long, Long> counted = new HashMap<>();
        List<RelationRow> countable = count
                ? relations.stream()
                        .filter(RelationRow::countable)
                        .limit(MOST_RELATIONS)
                        .toList()
                : List.of();
        if (!countable.isEmpty()) {
            Savepoint before = connection.setSavepoint();
            try {
                new SqlBatch(Map.of())
                        .add("SET LOCAL lock_timeout = '200ms'")
                        .add("SET LOCAL statement_timeout = '5s'")
                        .add(statement(countable), List.of(), row -> counted.put(row.getLong("oid"), row.getLong("n")))
                        .run(connection);
            } catch (SQLException e) {
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

    private static String statement(List<RelationRow> relations) {
        return relations.stream()
                .map(relation -> "SELECT " + relation.oid()
                        + " AS oid, (SELECT pg_catalog.count(*) FROM (SELECT FROM " + relation.quotedName()
                        + " LIMIT " + (LIMIT + 1) + ") AS counted) AS n")
                .collect(Collectors.joining("\nUNION ALL "));
    }
}
