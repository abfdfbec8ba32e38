package io.github.cleanstaletypes.internal.catalog;

import java.util.List;

/**
 * Says what is to be read of the catalog.
 *
 * @param names unqualified names, case folded, as a person or a migration wrote them; in whichever user schema they stand
 * @param schemas the schemas of claimed names, of which is to be known whether they are there
 * @param everySchema whether all user schemas are wanted besides
 * @param everyStandaloneType whether all standalone types are wanted besides
 * @param countRows whether the rows of relations of these names are to be counted
 * @param renamedToolTables whether tables of migration tools are wanted too that have a name of somebody's choice
 */
public record CatalogScope(
        List<String> names,
        List<String> schemas,
        boolean everySchema,
        boolean everyStandaloneType,
        boolean countRows,
        boolean renamedToolTables) {

    public CatalogScope {
        names = List.copyOf(names);
        schemas = List.copyOf(schemas);
    }

    /** Whether no name is claimed, so that no standalone type is judged. */
    boolean unclaimed() {
        return names.isEmpty() && !everyStandaloneType;
    }
}
