package io.github.cleanstaletypes.internal.catalog.integrity;

import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads each catalog by a sequential scan and through each of its indexes, in one snapshot, and compares. An index scan asks of each row
 * whether it is visible; a sequential scan believes the page that says so of all of its rows. So this also tells rows of a torn copy,
 * once VACUUM has marked their page.
 *
 * <p>A name's order is not that of the table: going through a million names took five times as long as going to the same rows page by page, by
 * a bitmap, and counting the index's entries.
 */
final class ScanComparison {

    private static final SqlResource BY_INDEX = SqlResource.named(ScanComparison.class, "by_index.sql");
    private static final SqlResource BY_TABLE = SqlResource.named(ScanComparison.class, "by_table.sql");
    private static final SqlResource BY_BITMAP = SqlResource.named(ScanComparison.class, "by_bitmap.sql");
    private static final String TOTAL = SqlResource.fragment(ScanComparison.class, "index_total.sql");
    private static final String ENTRIES = SqlResource.fragment(ScanComparison.class, "index_entries.sql");
    private static final String DETAIL = SqlResource.fragment(ScanComparison.class, "scan_rows.sql");

    private ScanComparison() {}

    /**
     * What scans have shown of the catalogs.
     *
     * @param differences the indexes that show other rows than their table
     * @param pointersAgree whether each array type and its element, each row type and its relation point to each other
     */
    record Compared(Map<CheckedIndex, Difference> differences, boolean pointersAgree) {}

    /** Compares these indexes; in one round trip if they show what their tables show. */
    static Compared compare(Connection connection, List<CheckedIndex> indexes) throws SQLException {
        Map<CheckedCatalog, Total> byTable = new EnumMap<>(CheckedCatalog.class);
        Map<CheckedCatalog, String> pointers = new EnumMap<>(CheckedCatalog.class);
        Map<CheckedIndex, Total> byIndex = new EnumMap<>(CheckedIndex.class);
        Map<CheckedIndex, String> entries = new EnumMap<>(CheckedIndex.class);
        SqlBatch batch = IntegrityReader.next().add(BY_TABLE);
        for (CheckedCatalog catalog : CheckedCatalog.values()) {
            batch.add(catalog.total(), row -> {
                byTable.put(catalog, Total.read(row));
                pointers.put(catalog, row.getString("pointers"));
            });
        }
        batch.add(BY_BITMAP);
        indexes.stream()
                .filter(CheckedIndex::scattered)
                .forEach(index -> batch.add(total(index), row -> byIndex.put(index, Total.read(row))));
        batch.add(BY_INDEX);
        for (CheckedIndex index : indexes) {
            if (index.scattered()) {
                // a bitmap has a row once, however many entries lead to it
                batch.add(entries(index), row -> entries.put(index, row.getString("rows")));
            } else {
                batch.add(total(index), row -> byIndex.put(index, Total.read(row)));
            }
        }
        Transaction.ending(batch).run(connection);
        Map<CheckedIndex, Difference> differences = new EnumMap<>(CheckedIndex.class);
        for (CheckedIndex index : indexes) {
            Total table = Objects.requireNonNull(byTable.get(index.catalog()));
            boolean once = table.rows().equals(entries.getOrDefault(index, table.rows()));
            if (!once || !table.equals(byIndex.get(index))) {
                differences.put(index, difference(connection, index));
            }
        }
        return new Compared(differences, new HashSet<>(pointers.values()).size() == 1);
    }

    /**
     * A number for the rows that a scan shows.
     *
     * @param rows how many
     * @param total which ones
     */
    private record Total(String rows, String total) {
        static Total read(ResultRow row) throws SQLException {
            return new Total(row.getString("rows"), row.getString("total"));
        }
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

    private static SqlResource total(CheckedIndex index) {
        return SqlResource.composed(
                "index_total", TOTAL.formatted(index.catalog().tableName(), index.condition()));
    }

    private static SqlResource entries(CheckedIndex index) {
        return SqlResource.composed(
                "index_entries", ENTRIES.formatted(index.catalog().tableName(), index.condition()));
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

        static Row read(ResultRow row) throws SQLException {
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
