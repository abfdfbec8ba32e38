package io.github.cleanstaletypes.internal.catalog.history;

import java.util.List;

/**
 * Says what must be known before one can tell which names are claimed. Immutable.
 *
 * @param database the database's name
 * @param searchPath the schemas that a bare name means, in order; the first is where a bare CREATE creates
 * @param histories every schema history of Flyway's in this database, if they were asked for
 * @param tools every history of another tool, likewise
 */
public record MigrationContext(
        String database, List<String> searchPath, List<SchemaHistory> histories, List<ToolHistory> tools) {

    public MigrationContext {
        searchPath = List.copyOf(searchPath);
        histories = List.copyOf(histories);
        tools = List.copyOf(tools);
    }
}
