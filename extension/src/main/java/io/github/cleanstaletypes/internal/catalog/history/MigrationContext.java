package io.github.cleanstaletypes.internal.catalog.history;

import java.util.List;

/**
 * Says what must be known before one can tell which names are claimed. Immutable.
 *
 * @param database the database's name
 * @param searchPath the schemas that a bare name means, in order; the first is where a bare CREATE creates
 * @param histories every schema history of this database, if they were asked for
 */
public record MigrationContext(String database, List<String> searchPath, List<SchemaHistory> histories) {

    public MigrationContext {
        searchPath = List.copyOf(searchPath);
        histories = List.copyOf(histories);
    }
}
