package io.github.cleanstaletypes.proof.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Each row of each catalog that somebody's statement has made, with the transaction that wrote it: two looks with nothing in between are equal, and
 * whatever was touched in between shows. What the server notes by itself, statistics among it, is left out.
 *
 * @param rows the name of the catalog, a blank, the rest
 */
record CatalogRows(Set<String> rows) {

    private static final String COLUMNS = """
            SELECT c.relname,
                   (SELECT string_agg(CASE WHEN a.atttypid = 'pg_node_tree'::regtype THEN format('md5(t.%1$I::text)', a.attname)
                                           ELSE format('t.%1$I', a.attname) END, ', ' ORDER BY a.attnum)
                      FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                       AND a.attname NOT IN ('relpages', 'reltuples', 'relallvisible', 'relallfrozen', 'relfrozenxid', 'relminmxid')) AS columns,
                   (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND a.atttypid IN ('oid'::regtype, 'regproc'::regtype)
                     ORDER BY a.attname NOT IN ('oid', 'objid', 'objoid'), a.attnum LIMIT 1) AS key,
                   c.relisshared
              FROM pg_class c
             WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r'
               AND c.relname NOT IN ('pg_statistic', 'pg_statistic_ext_data', 'pg_largeobject')
               AND (NOT c.relisshared OR c.relname = 'pg_shdepend')
             ORDER BY c.relname
            """;

    /** What else would change how a row is written. */
    private static final String SETTINGS =
            "SET search_path = pg_catalog; SET extra_float_digits = 0; SET quote_all_identifiers = off; SET bytea_output = hex";

    private static final Map<String, String> QUERIES = new TreeMap<>();

    /** What the connection sees. */
    static CatalogRows read(Connection connection) throws SQLException {
        Set<String> rows = new TreeSet<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
            try (ResultSet all = statement.executeQuery(query(connection))) {
                while (all.next()) {
                    rows.add(all.getString(1));
                }
            }
        }
        return new CatalogRows(rows);
    }

    /** Those that the other look has not. */
    Set<String> without(CatalogRows other) {
        Set<String> more = new TreeSet<>(rows);
        more.removeAll(other.rows);
        return more;
    }

    /** How many rows each catalog has. */
    Map<String, Long> counts() {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.substring(0, row.indexOf(' ')), TreeMap::new, Collectors.counting()));
    }

    private static String query(Connection connection) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        synchronized (QUERIES) {
            String known = QUERIES.get(version);
            if (known == null) {
                known = write(connection);
                QUERIES.put(version, known);
            }
            return known;
        }
    }

    private static String write(Connection connection) throws SQLException {
        List<String> parts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet catalogs = statement.executeQuery(COLUMNS)) {
            while (catalogs.next()) {
                parts.add(
                        "SELECT '%1$s ' || t.xmin || ' ' || ROW(%2$s)::text FROM pg_catalog.%1$s t WHERE t.%3$s >= 16384%4$s"
                                .formatted(
                                        catalogs.getString(1),
                                        catalogs.getString(2),
                                        catalogs.getString(3),
                                        catalogs.getBoolean(4)
                                                ? " AND t.dbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = current_database())"
                                                : catalogs.getString(1).equals("pg_attribute")
                                                        ? " AND NOT t.attisdropped"
                                                        : ""));
            }
        }
        return String.join("\nUNION ALL\n", parts);
    }
}
