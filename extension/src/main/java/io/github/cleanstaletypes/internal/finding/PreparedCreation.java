package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.finding.remedy.PreparedBy;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A prepared transaction has created something and was neither committed nor rolled back. It has no pid and survives restarts.
 *
 * @param creator the prepared transaction
 */
public record PreparedCreation(Creator creator) implements Creation {

    @Override
    public FindingCode code() {
        return FindingCode.PREPARED_CREATION;
    }

    @Override
    public Subject subject() {
        return Subjects.of(null, creator.gid(), 0, "prepared transaction");
    }

    @Override
    public String title() {
        return quotedGid();
    }

    @Override
    public @Nullable Claim claim() {
        return null;
    }

    @Override
    public String explanation() {
        return "The prepared transaction %s has created something and still holds it (%s). A CREATE of the same name waits for ever,"
                        .formatted(quotedGid(), CreatorInWords.prepared(creator))
                + " and fails with 23505 on pg_type_typname_nsp_index once it is committed.";
    }

    @Override
    public String remedy() {
        return PreparedBy.of(String.valueOf(creator.gid()))
                .map(one -> one.remedy() + ". Not to be rolled back by hand while it may still be wanted.")
                .orElseGet(this::orphaned);
    }

    private String orphaned() {
        return "Find out from its transaction manager whether it is to be committed. If it is orphaned: ROLLBACK PREPARED %s;"
                .formatted(quotedGid());
    }

    private String quotedGid() {
        return "'" + String.valueOf(creator.gid()).replace("'", "''") + "'";
    }
}
