package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.catalog.history.ToolLockRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the database has to say of an error, besides what it has for the names in it. Immutable.
 *
 * @param schemaNames the names of schemas by their oids
 * @param contents what schemas hold
 * @param locks the lock rows of migration tools
 */
public record ErrorContext(Map<Long, String> schemaNames, List<SchemaContent> contents, List<ToolLockRow> locks) {

    private static final SqlResource SCHEMA_NAMES = SqlResource.named(ErrorContext.class, "schema_names.sql");
    private static final SqlResource CONTENTS = SqlResource.named(ErrorContext.class, "schema_contents.sql");
    private static final SqlResource LOCK_TABLES = SqlResource.named(ErrorContext.class, "lock_tables.sql");

    public ErrorContext {
        schemaNames = Map.copyOf(schemaNames);
        contents = List.copyOf(contents);
        locks = List.copyOf(locks);
    }

    /**
     * Reads it in a READ ONLY transaction of its own.
     *
     * @param schemaOids schemas to name
     * @param schemas schemas whose contents are wanted
     * @param locks whether lock rows are wanted
     */
    public static ErrorContext read(Connection connection, List<Long> schemaOids, List<String> schemas, boolean locks)
            throws SQLException {
        return Transaction.SNAPSHOT.run(connection, c -> {
            Map<Long, String> names = new HashMap<>();
            List<SchemaContent> contents = new ArrayList<>();
            Map<String, String> tables = new HashMap<>();
            SqlBatch batch = new SqlBatch(Map.of("oids", schemaOids, "names", schemas))
                    .add(Transaction.SNAPSHOT.mode())
                    .add(Transaction.OWN_SETTINGS)
                    .add("SET LOCAL lock_timeout = '200ms'")
                    .add(SCHEMA_NAMES, row -> names.put(row.getLong("oid"), row.getString("schema")))
                    .add(CONTENTS, row -> contents.add(content(row)));
            if (locks) {
                batch.add(LOCK_TABLES, row -> tables.put(row.getString("quoted_name"), row.getString("name")));
            }
            batch.run(c);
            return new ErrorContext(names, contents, locks(c, tables));
        });
    }

    private static SchemaContent content(ResultSet row) throws SQLException {
        return new SchemaContent(
                row.getString("schema"), row.getString("kind"), row.getLong("how_many"), SqlBatch.texts(row, "names"));
    }

    private static List<ToolLockRow> locks(Connection connection, Map<String, String> tables) throws SQLException {
        List<ToolLockRow> locks = new ArrayList<>();
        if (!tables.isEmpty()) {
            new SqlBatch(Map.of())
                    .add(statement(tables), List.of(), row -> locks.add(lock(row, tables)))
                    .run(connection);
        }
        return locks;
    }

    /** The rows as JSON, since a table of that name need not have the columns that the tool gives it. */
    private static String statement(Map<String, String> tables) {
        return tables.keySet().stream()
                .sorted()
                .map(table ->
                        "SELECT %s AS quoted_name, r ->> 'is_locked' AS knex, r ->> 'locked' AS liquibase, r ->> 'lockedby' AS holder,"
                                        .formatted(literal(table))
                                + " r ->> 'lockgranted' AS since FROM (SELECT pg_catalog.to_jsonb(l) AS r FROM ONLY "
                                + table
                                + " l LIMIT 10) AS rows")
                .collect(Collectors.joining(" UNION ALL "));
    }

    private static String literal(String text) {
        return "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static ToolLockRow lock(ResultSet row, Map<String, String> tables) throws SQLException {
        String table = row.getString("quoted_name");
        String name = tables.getOrDefault(table, "").toLowerCase(Locale.ROOT);
        boolean liquibase = name.equals("databasechangeloglock");
        return new ToolLockRow(
                liquibase,
                table,
                liquibase ? "true".equals(row.getString("liquibase")) : "1".equals(row.getString("knex")),
                row.getString("holder"),
                row.getString("since"));
    }
}
