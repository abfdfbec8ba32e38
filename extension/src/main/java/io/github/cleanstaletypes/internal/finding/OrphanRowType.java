package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.DanglingRow;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.report.FindingCode;

/**
 * A row type has lost its {@code pg_class} row; the relation's file may still hold the data.
 *
 * @param row the type and what survives
 */
public record OrphanRowType(DanglingRow row) implements Dangling {

    @Override
    public FindingCode code() {
        return FindingCode.ORPHAN_ROW_TYPE;
    }

    @Override
    public String kind() {
        return "row type";
    }

    @Override
    public String raises() {
        return SqlStates.DUPLICATE_OBJECT;
    }

    @Override
    public String explanation() {
        return ("The row type %s belongs to relation %d, which pg_class lacks: the catalog is damaged. The next CREATE of that name fails"
                        + " with 42710, every DROP with XX000; the relation's file may still hold its data.")
                .formatted(subject().display(), row.target());
    }

    @Override
    public String remedy() {
        return "Change nothing. Stop the server, copy the data directory, and rebuild the pg_class row on the copy; the page of this"
                + " finding has the steps.";
    }
}
