package io.github.cleanstaletypes.finding;

import io.github.cleanstaletypes.catalog.Relation;
import io.github.cleanstaletypes.claim.Claim;
import java.util.Locale;
import java.util.Map;

/**
 * A relation of a name that a pending migration or an error claims: a migration that committed its table but not its history row.
 * Never removed.
 *
 * @param relation the relation
 * @param claim who claims its name
 */
public record LeftoverRelation(Relation relation, Claim claim) implements Finding {

    @Override
    public FindingCode code() {
        return FindingCode.LEFTOVER_RELATION;
    }

    @Override
    public Subject subject() {
        return new Subject(relation.schema(), relation.name(), relation.oid(), relation.kind());
    }

    @Override
    public String raises() {
        return Raised.DUPLICATE_TABLE;
    }

    @Override
    public String explanation() {
        return "The %s %s exists with %s: the next CREATE of that name fails with 42P07. It is not a type, and never dropped."
                .formatted(relation.kind(), subject().display(), relation.rows().inWords());
    }

    @Override
    public String remedy() {
        return "Look whether it is whole. If the migration had done its work, mark it as applied in the migration tool's history;"
                + " if not, move it away: ALTER %s %s RENAME TO …;"
                        .formatted(alterWord(), subject().display());
    }

    @Override
    public Map<String, Object> evidence() {
        return new Evidence()
                .put("rows", relation.rows().rows() < 0 ? null : relation.rows().rows())
                .put("rows_are", relation.rows().certainty().word())
                .facts();
    }

    private String alterWord() {
        return relation.kind().endsWith("table") ? "TABLE" : relation.kind().toUpperCase(Locale.ROOT);
    }
}
