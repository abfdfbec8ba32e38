package io.github.cleanstaletypes.internal.catalog;

/**
 * A relation of a claimed name.
 *
 * @param oid its {@code pg_class.oid}
 * @param schema its schema
 * @param name its name
 * @param kind such as {@code table} or {@code view}
 * @param rows how many rows it has, where that was counted
 */
public record Relation(long oid, String schema, String name, String kind, RowCount rows) {}
