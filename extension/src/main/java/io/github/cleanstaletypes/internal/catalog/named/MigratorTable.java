package io.github.cleanstaletypes.internal.catalog.named;

import java.util.List;

/**
 * A table of a name in which a migration tool keeps its state.
 *
 * @param schema its schema
 * @param name its name
 * @param columns the names of its columns
 */
public record MigratorTable(String schema, String name, List<String> columns) {

    public MigratorTable {
        columns = List.copyOf(columns);
    }
}
