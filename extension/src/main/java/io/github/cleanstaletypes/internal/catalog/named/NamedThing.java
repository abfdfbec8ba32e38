package io.github.cleanstaletypes.internal.catalog.named;

import org.jspecify.annotations.Nullable;

/**
 * Something that has a name which an error tells.
 *
 * @param kind what it is in words: {@code table}, {@code enum}, {@code policy}
 * @param schema its schema, or its table's; null if it has none
 * @param name its name, as the server stores it
 * @param oid its oid, or 0
 * @param owner what it belongs to, as SQL writes it, such as an index's table; or null
 * @param definition what it is defined as, or null
 */
public record NamedThing(
        String kind,
        @Nullable String schema,
        String name,
        long oid,
        @Nullable String owner,
        @Nullable String definition) {

    /** Whether it goes with the session that has made it. */
    public boolean temporary() {
        return schema != null && schema.startsWith("pg_temp_");
    }

    /** Whether it is a relation of any kind; a composite type is one. */
    public boolean relation() {
        return switch (kind) {
            case "table",
                    "partitioned table",
                    "view",
                    "materialized view",
                    "foreign table",
                    "sequence",
                    "composite",
                    "index" -> true;
            default -> false;
        };
    }

    /** Whether there is a type of its name. */
    public boolean type() {
        return switch (kind) {
            case "sequence", "index" -> false;
            case "enum", "domain", "range", "multirange", "array type", "base type" -> true;
            default -> relation();
        };
    }
}
