package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.catalog.history.ToolStates;
import io.github.cleanstaletypes.internal.catalog.index.IndexRow;
import io.github.cleanstaletypes.internal.catalog.integrity.Integrity;
import io.github.cleanstaletypes.internal.sql.EndedTransactions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code pg_catalog} said at one moment. Immutable.
 *
 * @param seen which transactions had ended by then; null of a quick look, after which nothing is changed
 * @param server the server, the database, the role
 * @param storedNames what the server makes of each name in the scope: cut at 63 bytes
 * @param schemas those of the schemas of claimed names that are there, or all user schemas if the scope wants them
 * @param unclaimed the first eleven standalone types by name, if no name is claimed; else none
 * @param types standalone types in the scope, and quarantined ones, by ascending oid
 * @param usedTypes of each schema, how many standalone types are left out of {@code types} since some column has them, where all are wanted
 * @param relations relations of the names in the scope, by ascending oid
 * @param indexes invalid indexes, whatever their names, by ascending oid
 * @param detaches partitions that are half detached, whatever their names, by ascending oid
 * @param bodies bodies of functions that may mention one of the types
 * @param dangling rows that point to nothing, wherever they are
 * @param toolStates what migration tools say of migrations that have failed or are running
 * @param integrity whether the catalogs show all that they hold
 */
public record CatalogSnapshot(
        @Nullable EndedTransactions seen,
        ServerFacts server,
        Map<String, String> storedNames,
        Set<String> schemas,
        List<Unclaimed> unclaimed,
        List<StandaloneType> types,
        Map<String, Long> usedTypes,
        List<Relation> relations,
        List<IndexRow> indexes,
        List<DetachRow> detaches,
        FunctionBodies bodies,
        List<DanglingRow> dangling,
        ToolStates toolStates,
        Integrity integrity) {

    /**
     * A standalone type that nobody claims.
     *
     * @param schema its schema
     * @param name its name
     */
    public record Unclaimed(String schema, String name) {}

    public CatalogSnapshot {
        storedNames = Map.copyOf(storedNames);
        schemas = Set.copyOf(schemas);
        unclaimed = List.copyOf(unclaimed);
        types = List.copyOf(types);
        usedTypes = Map.copyOf(usedTypes);
        relations = List.copyOf(relations);
        indexes = List.copyOf(indexes);
        detaches = List.copyOf(detaches);
        dangling = List.copyOf(dangling);
    }
}
