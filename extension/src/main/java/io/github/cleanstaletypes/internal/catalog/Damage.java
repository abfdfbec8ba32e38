package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Gathers the rows that show catalog damage, wherever in the database it is. */
final class Damage {

    private static final SqlResource ORPHAN_ROW_TYPES = SqlResource.named(Damage.class, "orphan_row_types.sql");
    private static final SqlResource ORPHAN_ARRAY_TYPES = SqlResource.named(Damage.class, "orphan_array_types.sql");
    private static final SqlResource RELATIONS_WITHOUT_TYPE =
            SqlResource.named(Damage.class, "relations_without_type.sql");

    final List<OrphanRowTypeRow> orphanRowTypes = new ArrayList<>();
    final List<OrphanArrayTypeRow> orphanArrayTypes = new ArrayList<>();
    final List<RelationWithoutTypeRow> relationsWithoutType = new ArrayList<>();

    SqlBatch addTo(SqlBatch batch) {
        return batch.add(ORPHAN_ROW_TYPES, this::orphanRowType)
                .add(ORPHAN_ARRAY_TYPES, this::orphanArrayType)
                .add(RELATIONS_WITHOUT_TYPE, this::relationWithoutType);
    }

    private void orphanRowType(ResultSet row) throws SQLException {
        orphanRowTypes.add(new OrphanRowTypeRow(
                row.getLong("oid"),
                row.getString("schema"),
                row.getString("name"),
                row.getLong("relation"),
                SqlBatch.texts(row, "columns"),
                SqlBatch.texts(row, "indexes"),
                row.getString("array_name")));
    }

    private void orphanArrayType(ResultSet row) throws SQLException {
        orphanArrayTypes.add(new OrphanArrayTypeRow(
                row.getLong("oid"),
                row.getString("schema"),
                row.getString("name"),
                row.getLong("element"),
                row.getString("element_name"),
                SqlBatch.texts(row, "columns")));
    }

    private void relationWithoutType(ResultSet row) throws SQLException {
        relationsWithoutType.add(new RelationWithoutTypeRow(
                row.getLong("oid"), row.getString("schema"), row.getString("name"), row.getLong("type")));
    }
}
