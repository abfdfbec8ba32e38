package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.DetachRow;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.finding.remedy.Calls;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A partition was to be detached concurrently, and that came to a stop in the middle. Never finished by this tool: who wanted it decides.
 *
 * @param row the partition
 * @param claim who claims its name or its table's; null if it is only here because it is half detached
 * @param demanded whether it must not stay: a migration or an error claims one of the names, or the run is strict
 */
public record PendingDetach(DetachRow row, @Nullable Claim claim, boolean demanded) implements CatalogFinding {

    @Override
    public FindingCode code() {
        return FindingCode.PENDING_DETACH;
    }

    @Override
    public Subject subject() {
        return Subjects.of(row.schema(), row.name(), row.oid(), "partition");
    }

    @Override
    public String raises() {
        return SqlStates.OBJECT_NOT_IN_PREREQUISITE_STATE;
    }

    @Override
    public String explanation() {
        String what = "The partition " + subject().display() + " is half detached from " + table() + ": ";
        String follows =
                " Queries of " + table() + " no longer see its rows; a change of it, and the next DETACH PARTITION"
                        + " CONCURRENTLY there, fail with 55000.";
        return row.detacher() == null
                ? what + "a DETACH PARTITION CONCURRENTLY of it was cancelled, or its client is gone." + follows
                : what + "the session with pid " + row.detacher() + " is detaching a partition at this moment."
                        + follows;
    }

    @Override
    public String remedy() {
        String finish =
                "ALTER TABLE " + table() + " DETACH PARTITION " + subject().display() + " FINALIZE;";
        return row.detacher() == null
                ? "Finish it: " + finish + " To have it back as a partition, attach it again after that."
                : "Let that session finish, and look again: " + Calls.CHECK + ". If it does not: " + finish;
    }

    @Override
    public Map<String, Object> evidence() {
        return new Evidence()
                .put("table", table())
                .put("owner", row.owner())
                .put("being_detached_by_pid", row.detacher())
                .facts();
    }

    private String table() {
        return new SqlName(row.parentSchema(), row.parentName()).toString();
    }
}
