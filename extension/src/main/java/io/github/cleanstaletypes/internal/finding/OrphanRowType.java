package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.OrphanRowTypeRow;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row type whose {@code pg_class} row is gone; the relation's file may still hold the data.
 *
 * @param row the type and what survives
 */
public record OrphanRowType(OrphanRowTypeRow row) implements CatalogFinding {

    @Override
    public FindingCode code() {
        return FindingCode.ORPHAN_ROW_TYPE;
    }

    @Override
    public Subject subject() {
        return Subjects.of(row.schema(), row.name(), row.oid(), "row type");
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
        return ("The row type %s belongs to relation %d, which pg_class lacks: the catalog is damaged. The next CREATE of that name fails"
                        + " with 42710, every DROP with XX000; the relation's file may still hold its data.")
                .formatted(subject().display(), row.relation());
    }

    @Override
    public String remedy() {
        return "Change nothing. Stop the server, copy the data directory, and rebuild the pg_class row on the copy; the page of this"
                + " finding has the steps.";
    }

    @Override
    public Map<String, Object> evidence() {
        return new Evidence()
                .put("relation", row.relation())
                .put("columns", row.columns())
                .put("indexes", row.indexes())
                .put("array_type", row.arrayName())
                .facts();
    }
}
