package io.github.cleanstaletypes.internal.catalog.integrity;

import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads each catalog by a sequential scan and through each of its indexes, in one snapshot, and compares. An index scan asks of each row
 * whether it is visible; a sequential scan believes the page that says so of all of its rows. So this also tells rows of a torn copy,
 * once VACUUM has marked their page.
 */
final class ScanComparison {

    private static final SqlResource BY_INDEX = SqlResource.named(ScanComparison.class, "by_index.sql");
    private static final SqlResource BY_TABLE = SqlResource.named(ScanComparison.class, "by_table.sql");
    private static final String TOTAL = SqlResource.fragment(ScanComparison.class, "scan_total.sql");
    private static final String DETAIL = SqlResource.fragment(ScanComparison.class, "scan_rows.sql");

    private ScanComparison() {}

    /** The indexes that show other rows than their table; in one round trip if there are none. */
    static Map<CheckedIndex, Difference> differences(Connection connection, List<CheckedIndex> indexes)
            throws SQLException {
        Map<CheckedIndex, String> byIndex = new EnumMap<>(CheckedIndex.class);
        Map<CheckedCatalog, String> byTable = new EnumMap<>(CheckedCatalog.class);
        SqlBatch batch = IntegrityReader.next().add(BY_INDEX);
        indexes.forEach(index -> batch.add(total(index.rows()), row -> byIndex.put(index, row.getString("total"))));
        batch.add(BY_TABLE);
        for (CheckedCatalog catalog : CheckedCatalog.values()) {
            batch.add(total(catalog.rows()), row -> byTable.put(catalog, row.getString("total")));
        }
        Transaction.ending(batch).run(connection);
        Map<CheckedIndex, Difference> differences = new EnumMap<>(CheckedIndex.class);
        for (CheckedIndex index : indexes) {
            if (!String.valueOf(byIndex.get(index)).equals(byTable.get(index.catalog()))) {
                differences.put(index, difference(connection, index));
            }
        }
        return differences;
    }

    private static Difference difference(Connection connection, CheckedIndex index) throws SQLException {
        List<Row> indexed = new ArrayList<>();
        List<Row> all = new ArrayList<>();
        Transaction.ending(IntegrityReader.next()
                        .add(BY_INDEX)
                        .add(detail(index.rows()), row -> indexed.add(Row.read(row)))
                        .add(BY_TABLE)
                        .add(detail(index.catalog().rows()), row -> all.add(Row.read(row))))
                .run(connection);
        return new Difference(index, without(all, indexed), without(indexed, all));
    }

    private static SqlResource total(String rows) {
        return SqlResource.composed("scan_total", TOTAL.formatted(rows));
    }

    private static SqlResource detail(String rows) {
        return SqlResource.composed("scan_rows", DETAIL.formatted(rows));
    }

    /** As often as it is there: a damaged index may show a row twice. */
    private static List<Row> without(List<Row> rows, List<Row> others) {
        Map<Row, Integer> counts = new HashMap<>();
        others.forEach(row -> counts.merge(row, 1, Integer::sum));
        List<Row> left = new ArrayList<>();
        for (Row row : rows) {
            if (counts.merge(row, -1, Integer::sum) < 0) {
                left.add(row);
            }
        }
        return left;
    }

    /**
     * What an index and its table do not agree on.
     *
     * @param unindexed what only the table shows
     * @param surplus what only the index shows
     */
    record Difference(CheckedIndex index, List<Row> unindexed, List<Row> surplus) {

        /** What is not the index's fault. */
        Stream<TornRow> tornRows() {
            return unindexed.stream()
                    .filter(Row::future)
                    .map(row -> row.torn(index.catalog().tableName()));
        }

        Optional<IndexDamage> damage(@Nullable String message) {
            List<String> missing = unindexed.stream()
                    .filter(row -> !row.future())
                    .map(Row::words)
                    .toList();
            List<String> more = surplus.stream().map(Row::words).toList();
            return message == null && missing.isEmpty() && more.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new IndexDamage(index.indexName(), index.catalog().tableName(), missing, more, message));
        }
    }

    /**
     * A row that was read.
     *
     * @param future whether the transaction that wrote it is still to come; of an old frozen row that alone means nothing
     */
    record Row(long oid, @Nullable String schema, String name, boolean future) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("oid"), row.getString("schema"), row.getString("name"), row.getBoolean("future"));
        }

        String words() {
            return oid + " " + (schema == null ? "" : schema + ".") + name;
        }

        TornRow torn(String catalog) {
            String words = catalog + ", " + words()
                    + ": shown by a sequential scan and not by index scans, written by a transaction that is still to come";
            return new TornRow(catalog, schema, name, words, false);
        }
    }
}
