package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.integrity.IndexDamage;
import io.github.cleanstaletypes.internal.catalog.integrity.TornRow;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the catalog come from transactions that are still to come: the database was copied or restored in a way that was not atomic, or
 * pg_resetwal was run. The tables that they describe are intact, and no snapshot shows them.
 *
 * @param rows the rows, at least one
 * @param indexes indexes that disagree with their tables, which is the same damage
 * @param others what else seems to be damaged, and may only seem so because of these rows
 * @param claim the claim that brought it up, or null if it was found wherever it is
 */
public record InvisibleRow(
        List<TornRow> rows,
        List<IndexDamage> indexes,
        List<String> others,
        @Nullable Claim claim) implements CatalogFinding {

    /** The number of rows that a finding lists; all of them count. */
    private static final int LISTED = 20;

    public InvisibleRow {
        rows = List.copyOf(rows);
        indexes = List.copyOf(indexes);
        others = List.copyOf(others);
    }

    @Override
    public FindingCode code() {
        return FindingCode.INVISIBLE_ROW;
    }

    @Override
    public Subject subject() {
        return rows.stream()
                .filter(row -> row.name() != null)
                // rather the table than its TOAST table, which nobody knows by name
                .min(Comparator.comparing(row -> "pg_toast".equals(row.schema())))
                .map(row -> Subjects.of(row.schema(), row.name(), 0, "invisible row"))
                .orElseGet(() -> Subjects.of("pg_catalog", rows.get(0).catalog(), 0, "catalog"));
    }

    /** Tells whether amcheck has proved it; otherwise it is likely. */
    public boolean proved() {
        return rows.stream().anyMatch(TornRow::proved);
    }

    @Override
    public String raises() {
        return SqlStates.UNIQUE_VIOLATION;
    }

    @Override
    public String explanation() {
        return (proved()
                        ? "The catalog holds rows that no snapshot shows, because they come from transactions that are still to come."
                        : "The catalog seems to hold rows that no snapshot shows.")
                + " That is what a copy or a backup is like that was not taken at one moment. The tables and their data are intact, but"
                + " invisible; a CREATE of such a name fails with 23505 every time, or hangs for ever, lock_timeout or not.";
    }

    @Override
    public String remedy() {
        return "Stop the server now: every aborted transaction can kill such rows for good. Copy the data directory. Restore a consistent"
                + " backup. If there is none: on a copy, commit empty transactions until past the highest xmin, dump, reload, verify; no"
                + " pg_resetwal. The page of this finding has the steps.";
    }

    @Override
    public Map<String, Object> evidence() {
        return new Evidence()
                .put("certainty", proved() ? "proved" : "likely")
                .put("row_count", (long) rows.size())
                .put("rows", rows.stream().map(TornRow::evidence).limit(LISTED).toList())
                .put("indexes", indexes.stream().map(DamagedIndex::words).toList())
                .put("others", others)
                .facts();
    }
}
