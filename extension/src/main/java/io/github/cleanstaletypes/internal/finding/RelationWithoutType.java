package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.DanglingRow;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.report.FindingCode;

/**
 * A relation has lost its row type.
 *
 * @param row the relation
 */
public record RelationWithoutType(DanglingRow row) implements Dangling {

    @Override
    public FindingCode code() {
        return FindingCode.RELATION_WITHOUT_TYPE;
    }

    @Override
    public String kind() {
        return "relation";
    }

    @Override
    public String raises() {
        return SqlStates.INTERNAL_ERROR;
    }

    @Override
    public String explanation() {
        return "The relation %s has the row type %d, which pg_type lacks: the catalog is damaged, and what needs the type fails with XX000,"
                        .formatted(subject().display(), row.target())
                + " cache lookup failed for type.";
    }

    @Override
    public String remedy() {
        return "Change nothing before the data directory is copied. Its rows can be read column by column: COPY (SELECT … FROM %s) TO …;"
                        .formatted(subject().display())
                + " the page of this finding has the steps.";
    }
}
