package io.github.cleanstaletypes.internal.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row type whose {@code pg_class} row is gone, and what survives of the relation.
 *
 * @param oid the type's oid
 * @param schema its schema, or null if that is gone too
 * @param name its name
 * @param relation the oid that the relation had
 * @param columns the relation's columns, in order, as far as {@code pg_attribute} has them
 * @param indexes the relation's indexes, as far as {@code pg_index} has them
 * @param arrayName the name of its array type, or null
 */
public record OrphanRowTypeRow(
        long oid,
        @Nullable String schema,
        String name,
        long relation,
        List<String> columns,
        List<String> indexes,
        @Nullable String arrayName) {

    public OrphanRowTypeRow {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
    }
}
