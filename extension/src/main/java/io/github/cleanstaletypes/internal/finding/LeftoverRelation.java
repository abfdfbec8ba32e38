package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.Relation;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Subject;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A relation has a name that a pending migration or an error claims: a migration has committed its table but not its history row.
 * Never removed.
 *
 * @param relation the relation
 * @param claim who claims its name
 */
public record LeftoverRelation(Relation relation, Claim claim) implements CatalogFinding {

    /** Kinds that hold no rows of their own. */
    private static final Set<String> WITHOUT_ROWS = Set.of("view", "sequence", "index");

    @Override
    public FindingCode code() {
        return FindingCode.LEFTOVER_RELATION;
    }

    @Override
    public Subject subject() {
        return Subjects.of(relation.schema(), relation.name(), relation.oid(), relation.kind());
    }

    @Override
    public String raises() {
        return SqlStates.DUPLICATE_TABLE;
    }

    @Override
    public String explanation() {
        return "The %s %s%s exists%s: the next CREATE of that name fails with 42P07. It is not a type, and never dropped."
                .formatted(
                        relation.kind(),
                        subject().display(),
                        relation.owner() == null ? "" : " of " + relation.owner(),
                        hasRows() ? " with " + relation.rows().inWords() : "");
    }

    @Override
    public String remedy() {
        if (MigrationTool.owns(relation.name())) {
            return "Leave it: by its name it is the table in which a migration tool keeps what has been applied. Another migrator has"
                    + " made it, or another tool uses that name; run the migration again, one migrator at a time.";
        }
        return "Look whether it is whole. If the migration had done its work, mark it as applied in the migration tool's history;"
                + " if not, move it away: ALTER %s %s RENAME TO …;"
                        .formatted(alterWord(), subject().display());
    }

    @Override
    public Map<String, Object> evidence() {
        return new Evidence()
                .put("table", relation.owner())
                .put("rows", relation.rows().rows() < 0 ? null : relation.rows().rows())
                .put("rows_are", hasRows() ? relation.rows().certainty().word() : null)
                .facts();
    }

    private boolean hasRows() {
        return !WITHOUT_ROWS.contains(relation.kind());
    }

    private String alterWord() {
        return relation.kind().endsWith("table") ? "TABLE" : relation.kind().toUpperCase(Locale.ROOT);
    }
}
