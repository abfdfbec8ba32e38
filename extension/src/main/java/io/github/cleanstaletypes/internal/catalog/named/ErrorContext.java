package io.github.cleanstaletypes.internal.catalog.named;

import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what the database knows about an error, besides what it has for the names in it. Immutable.
 *
 * @param schemaNames the names of schemas by their oids
 * @param contents what schemas hold
 */
public record ErrorContext(Map<Long, String> schemaNames, List<SchemaContent> contents) {

    private static final SqlResource SCHEMA_NAMES = SqlResource.named(ErrorContext.class, "schema_names.sql");
    private static final SqlResource CONTENTS = SqlResource.named(ErrorContext.class, "schema_contents.sql");

    public ErrorContext {
        schemaNames = Map.copyOf(schemaNames);
        contents = List.copyOf(contents);
    }

    /**
     * Reads it in a READ ONLY transaction of its own.
     *
     * @param schemaOids schemas to name
     * @param schemas schemas whose contents are wanted
     */
    public static ErrorContext read(Connection connection, List<Long> schemaOids, List<String> schemas)
            throws SQLException {
        return Transaction.SNAPSHOT.batched(connection, c -> {
            Map<Long, String> names = new HashMap<>();
            List<SchemaContent> contents = new ArrayList<>();
            Transaction.SNAPSHOT
                    .opening(Map.of("oids", schemaOids, "names", schemas))
                    .add(SCHEMA_NAMES, row -> names.put(row.getLong("oid"), row.getString("schema")))
                    .add(CONTENTS, row -> contents.add(content(row)))
                    .run(c);
            return new ErrorContext(names, contents);
        });
    }

    private static SchemaContent content(ResultRow row) throws SQLException {
        return new SchemaContent(
                row.getString("schema"), row.getString("kind"), row.getLong("how_many"), SqlBatch.texts(row, "names"));
    }
}
