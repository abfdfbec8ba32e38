package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.sql.ResultRow;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Is a row of {@code relations.sql}: its rows are not counted yet, and {@code quotedName} is as the server quotes it. */
record RelationRow(
        long oid,
        String schema,
        String name,
        String kind,
        String quotedName,
        boolean countable,
        long estimatedRows,
        @Nullable String owner) {

    static RelationRow read(ResultRow row) throws SQLException {
        return new RelationRow(
                row.getLong("oid"),
                row.getString("schema"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("quoted_name"),
                row.getBoolean("countable"),
                row.getLong("estimated_rows"),
                row.getString("owner"));
    }

    Relation with(RowCount rows) {
        return new Relation(oid, schema, name, kind, rows, owner);
    }
}
