package io.github.cleanstaletypes.internal.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A relation of a claimed name.
 *
 * @param oid its {@code pg_class.oid}
 * @param schema its schema
 * @param name its name
 * @param kind such as {@code table} or {@code view}
 * @param rows how many rows it has, where that was counted
 * @param owner the table that an index is of, as SQL writes it; else null
 */
public record Relation(
        long oid,
        String schema,
        String name,
        String kind,
        RowCount rows,
        @Nullable String owner) {

    public Relation(long oid, String schema, String name, String kind, RowCount rows) {
        this(oid, schema, name, kind, rows, null);
    }
}
