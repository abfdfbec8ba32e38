package io.github.cleanstaletypes.chaos.oracle;

import io.github.cleanstaletypes.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a table held at one moment: its columns, its rows, and a checksum of them that the server made.
 *
 * @param columns name and type of each, in their order
 * @param rows each as the server writes it, sorted
 */
public record TableContents(String table, List<String> columns, List<String> rows, String checksum) {

    /** A difference in many rows is told by its first ones. */
    private static final int SHOWN = 3;

    private static final String COLUMNS = """
            SELECT pg_catalog.format('%%I %%s', attname, pg_catalog.format_type(atttypid, atttypmod))
              FROM pg_catalog.pg_attribute
             WHERE attrelid = '%s'::pg_catalog.regclass AND attnum > 0 AND NOT attisdropped
             ORDER BY attnum
            """;

    /** {@code t.*} is the row with whatever columns it has, also where one of them is called t. */
    private static final String ROWS = "SELECT (t.*)::text FROM %s AS t";

    /** Ordered by bytes, so that no collation has a say. */
    private static final String CHECKSUM = """
            SELECT pg_catalog.md5(COALESCE(pg_catalog.string_agg(r, E'\\n' ORDER BY r COLLATE "C"), ''))
              FROM (SELECT (t.*)::text AS r FROM %s AS t) AS s
            """;

    /**
     * Reads a table, which must be there.
     *
     * @param table as SQL names it
     */
    public static TableContents of(String table, TestDatabase database) {
        return new TableContents(
                table,
                texts(database, COLUMNS.formatted(table)),
                texts(database, ROWS.formatted(table)).stream().sorted().toList(),
                texts(database, CHECKSUM.formatted(table)).get(0));
    }

    /** How these differ from what was there before: a sentence each, none if nothing was lost or changed. */
    public List<String> differencesFrom(TableContents before) {
        List<String> differences = new ArrayList<>();
        if (!columns.equals(before.columns)) {
            differences.add("columns of %s were %s and are %s".formatted(table, before.columns, columns));
        }
        if (rows.size() != before.rows.size()) {
            differences.add("%s had %d rows and has %d".formatted(table, before.rows.size(), rows.size()));
        }
        missing(before.rows, rows).forEach(row -> differences.add("%s lost the row %s".formatted(table, row)));
        missing(rows, before.rows).forEach(row -> differences.add("%s gained the row %s".formatted(table, row)));
        if (!checksum.equals(before.checksum)) {
            differences.add("checksum of %s was %s and is %s".formatted(table, before.checksum, checksum));
        }
        return differences;
    }

    /** The first of the rows that are not among the others, each as often as it is missing there; both are sorted. */
    private static List<String> missing(List<String> rows, List<String> others) {
        List<String> missing = new ArrayList<>();
        int other = 0;
        for (String row : rows) {
            while (other < others.size() && others.get(other).compareTo(row) < 0) {
                other++;
            }
            if (other < others.size() && others.get(other).equals(row)) {
                other++;
            } else if (missing.size() < SHOWN) {
                missing.add(row);
            }
        }
        return missing;
    }

    private static List<String> texts(TestDatabase database, String query) {
        List<@Nullable String> texts = database.queryTexts(query);
        return texts.stream().map(String::valueOf).toList();
    }
}
