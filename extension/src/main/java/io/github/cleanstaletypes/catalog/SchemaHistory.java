package io.github.cleanstaletypes.catalog;

import java.util.List;

/**
 * A table in which Flyway keeps what it has applied. Immutable.
 *
 * @param schema its schema, which is the one that Flyway migrates by default
 * @param table its name
 * @param readable whether this role may read it; if not, there are no rows here
 * @param migrating whether somebody holds the advisory lock that Flyway takes while it migrates by this table
 * @param rows its rows by ascending {@code installed_rank}
 */
public record SchemaHistory(String schema, String table, boolean readable, boolean migrating, List<HistoryRow> rows) {

    public SchemaHistory {
        rows = List.copyOf(rows);
    }
}
