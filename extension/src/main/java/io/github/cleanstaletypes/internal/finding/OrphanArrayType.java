package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.DanglingRow;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.report.FindingCode;

/**
 * An array type has lost its element type, or that one does not point back.
 *
 * @param row the array type
 */
public record OrphanArrayType(DanglingRow row) implements Dangling {

    @Override
    public FindingCode code() {
        return FindingCode.ORPHAN_ARRAY_TYPE;
    }

    @Override
    public String kind() {
        return "array type";
    }

    @Override
    public String raises() {
        return SqlStates.DUPLICATE_OBJECT;
    }

    @Override
    public String explanation() {
        Object name = row.facts().get("element_name");
        String element = name == null
                ? "element type " + row.target() + ", which pg_type lacks"
                : "element type \"" + name + "\", which does not point back";
        return "The array type %s has the %s: the catalog is damaged. A CREATE of that name may fail with 42710."
                .formatted(subject().display(), element);
    }

    @Override
    public String remedy() {
        return "Change nothing before the data directory is copied; look at the columns that use it; the page of this finding has the"
                + " steps.";
    }
}
