package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.RelationWithoutTypeRow;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A relation whose row type is gone.
 *
 * @param row the relation
 */
public record RelationWithoutType(RelationWithoutTypeRow row) implements CatalogFinding {

    @Override
    public FindingCode code() {
        return FindingCode.RELATION_WITHOUT_TYPE;
    }

    @Override
    public Subject subject() {
        return Subjects.of(row.schema(), row.name(), row.oid(), "relation");
    }

    @Override
    public @Nullable Claim claim() {
        return null;
    }

    @Override
    public String raises() {
        return SqlStates.INTERNAL_ERROR;
    }

    @Override
    public String explanation() {
        return "The relation %s has the row type %d, which pg_type lacks: the catalog is damaged, and what needs the type fails with XX000,"
                        .formatted(subject().display(), row.type())
                + " cache lookup failed for type.";
    }

    @Override
    public String remedy() {
        return "Change nothing before the data directory is copied. Its rows can be read column by column: COPY (SELECT … FROM %s) TO …;"
                        .formatted(subject().display())
                + " the page of this finding has the steps.";
    }

    @Override
    public Map<String, Object> evidence() {
        return new Evidence().put("type", row.type()).facts();
    }
}
