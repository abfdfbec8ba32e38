package io.github.cleanstaletypes.internal.catalog.named;

import java.util.List;

/**
 * An enum, and which columns of tables have it.
 *
 * @param schema its schema
 * @param name its name
 * @param written both as the server writes them
 * @param labels its labels in order
 * @param columns the columns, in the order of their tables
 */
public record EnumType(String schema, String name, String written, List<String> labels, List<EnumColumn> columns) {

    public EnumType {
        labels = List.copyOf(labels);
        columns = List.copyOf(columns);
    }
}
