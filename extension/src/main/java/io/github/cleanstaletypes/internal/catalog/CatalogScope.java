package io.github.cleanstaletypes.internal.catalog;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Says what is to be read of the catalog.
 *
 * @param names unqualified names, case folded, as a person or a migration wrote them
 * @param schemas the schemas of claimed names, of which is to be known whether they are there; what has a name stands in one of them or on
 *     the search path
 * @param everySchema whether all user schemas are wanted besides
 * @param namesAnywhere whether a name is wanted in whichever user schema it stands
 * @param everyStandaloneType whether all standalone types are wanted besides
 * @param countRows whether the rows of relations of these names are to be counted
 * @param renamedToolTables whether tables of migration tools are wanted too that have a name of somebody's choice
 */
public record CatalogScope(
        List<String> names,
        List<String> schemas,
        boolean everySchema,
        boolean namesAnywhere,
        boolean everyStandaloneType,
        boolean countRows,
        boolean renamedToolTables) {

    private static final long MOST_PLACES = 100_000;

    public CatalogScope {
        names = List.copyOf(names);
        schemas = List.copyOf(schemas);
    }

    /** Whether a name may stand in any schema; with very many schemas and names it is cheaper to look for it everywhere. */
    private boolean anywhere(List<String> searchPath) {
        return namesAnywhere || (long) names.size() * (schemas.size() + searchPath.size()) > MOST_PLACES;
    }

    /** What the statements need that look for names. */
    Map<String, Object> places(List<String> searchPath) {
        return Map.of(
                "anywhere",
                anywhere(searchPath),
                "spaces",
                Stream.concat(schemas.stream(), searchPath.stream()).toList());
    }

    /** Whether no name is claimed, so that no standalone type is judged. */
    boolean unclaimed() {
        return names.isEmpty() && !everyStandaloneType;
    }
}
