package io.github.cleanstaletypes.internal.catalog;

import java.util.List;

/**
 * Says what is to be read of the catalog.
 *
 * @param names unqualified names, case folded, as a person or a migration wrote them; in whichever user schema they stand
 * @param everyStandaloneType whether all standalone types are wanted besides
 * @param countRows whether the rows of relations of these names are to be counted
 * @param renamedToolTables whether tables of migration tools are wanted too that have a name of somebody's choice
 */
public record CatalogScope(
        List<String> names, boolean everyStandaloneType, boolean countRows, boolean renamedToolTables) {

    public CatalogScope {
        names = List.copyOf(names);
    }
}
