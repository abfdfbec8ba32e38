package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A session is creating something and has not committed: a second replica that migrates, or the still running backend of a killed
 * migrator. What it creates cannot be seen.
 *
 * @param creator the session
 * @param claim the claim on the name that it holds, if the name must be free; null if what it creates is not known
 * @param demanded whether it needs somebody's attention
 */
public record UncommittedCreation(Creator creator, @Nullable Claim claim, boolean demanded) implements Creation {

    /** Makes one for a session that holds a name that must be free, or of which nobody knows what it creates. */
    public UncommittedCreation(Creator creator, @Nullable Claim claim) {
        this(creator, claim, claim != null);
    }

    /** Makes one for a session of which nobody knows what it creates. */
    public static UncommittedCreation of(Creator creator) {
        return new UncommittedCreation(creator, null);
    }

    @Override
    public FindingCode code() {
        return FindingCode.UNCOMMITTED_CREATION;
    }

    @Override
    public Subject subject() {
        return Subjects.of(
                claim == null ? null : claim.name().schema(),
                claim == null ? null : claim.name().name(),
                0,
                "transaction");
    }

    @Override
    public String explanation() {
        return "Another session is creating something in this database and has not committed (%s). A CREATE of the same name waits for"
                        .formatted(CreatorInWords.session(creator))
                + " it, and fails with 23505 on pg_type_typname_nsp_index if it commits.";
    }

    @Override
    public String remedy() {
        return "Wait until it is done, and let one migrator run at a time. If its client is dead: SELECT pg_terminate_backend(%s);"
                .formatted(creator.pid());
    }
}
