package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.OrphanArrayTypeRow;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An array type whose element type is gone or does not point back.
 *
 * @param row the array type
 */
public record OrphanArrayType(OrphanArrayTypeRow row) implements CatalogFinding {

    @Override
    public FindingCode code() {
        return FindingCode.ORPHAN_ARRAY_TYPE;
    }

    @Override
    public Subject subject() {
        return Subjects.of(row.schema(), row.name(), row.oid(), "array type");
    }

    @Override
    public @Nullable Claim claim() {
        return null;
    }

    @Override
    public String raises() {
        return SqlStates.DUPLICATE_OBJECT;
    }

    @Override
    public String explanation() {
        String element = row.elementName() == null
                ? "element type " + row.element() + ", which pg_type lacks"
                : "element type \"" + row.elementName() + "\", which does not point back";
        return "The array type %s has the %s: the catalog is damaged. A CREATE of that name may fail with 42710."
                .formatted(subject().display(), element);
    }

    @Override
    public String remedy() {
        return "Change nothing before the data directory is copied; look at the columns that use it; the page of this finding has the"
                + " steps.";
    }

    @Override
    public Map<String, Object> evidence() {
        return new Evidence()
                .put("element", row.element())
                .put("element_name", row.elementName())
                .put("columns", row.columns())
                .facts();
    }
}
