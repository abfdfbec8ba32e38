package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the catalog that points to a row which is not there. Immutable.
 *
 * @param pointer which of its columns points
 * @param oid the row's oid
 * @param schema the schema of the object that it describes, or null if that is gone too
 * @param name that object's name
 * @param target the oid that it points to
 * @param facts the target and what else its statement tells, by name, in order: a Long, a String or a {@code List<String>} each
 */
public record DanglingRow(
        Pointer pointer, long oid, @Nullable String schema, String name, long target, Map<String, Object> facts) {

    /** The columns that must point to a row. */
    public enum Pointer {
        /** {@code pg_type.typrelid}: the type is a relation's row type. */
        ROW_TYPE("orphan_row_types.sql"),
        /** {@code pg_type.typelem}: the type is another's array; that one must point back, too. */
        ARRAY_TYPE("orphan_array_types.sql"),
        /** {@code pg_class.reltype}: the relation has a row type. */
        RELATION("relations_without_type.sql");

        private final String file;

        /** @param file reads {@code oid}, {@code schema}, {@code name}, the target, and then whatever is evidence */
        Pointer(String file) {
            this.file = file;
        }
    }

    private static final Map<Pointer, SqlResource> STATEMENTS = statements();

    private static final int TARGET = 3;

    public DanglingRow {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    private static Map<Pointer, SqlResource> statements() {
        Map<Pointer, SqlResource> statements = new EnumMap<>(Pointer.class);
        for (Pointer pointer : Pointer.values()) {
            statements.put(pointer, SqlResource.named(DanglingRow.class, pointer.file));
        }
        return statements;
    }

    /** Adds the statements that find them all, wherever in the database they are. */
    static SqlBatch addTo(SqlBatch batch, List<DanglingRow> rows) {
        STATEMENTS.forEach((pointer, sql) -> batch.add(sql, row -> rows.add(read(pointer, row))));
        return batch;
    }

    private static DanglingRow read(Pointer pointer, ResultRow row) throws SQLException {
        List<String> columns = row.columns();
        String target = columns.get(TARGET);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(target, row.getLong(target));
        for (String name : columns.subList(TARGET + 1, columns.size())) {
            Object fact = row.isArray(name) ? row.texts(name) : row.getString(name);
            if (fact != null) {
                facts.put(name, fact);
            }
        }
        return new DanglingRow(
                pointer,
                row.getLong("oid"),
                row.getString("schema"),
                row.getString("name"),
                row.getLong(target),
                facts);
    }
}
