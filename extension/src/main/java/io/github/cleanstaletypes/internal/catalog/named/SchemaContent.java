package io.github.cleanstaletypes.internal.catalog.named;

import java.util.List;

/**
 * What a schema holds of one kind.
 *
 * @param schema the schema
 * @param kind such as {@code table}, {@code type} or {@code function}
 * @param count how many there are
 * @param names the first 20 of them
 */
public record SchemaContent(String schema, String kind, long count, List<String> names) {

    public SchemaContent {
        names = List.copyOf(names);
    }
}
