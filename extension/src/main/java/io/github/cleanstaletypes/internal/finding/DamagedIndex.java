package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.integrity.IndexDamage;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Subject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An index of the catalog disagrees with its table.
 *
 * @param index the index and what it lacks or has too much
 * @param others what else seems to be damaged, and may only seem so because this index does not lead to it
 */
public record DamagedIndex(IndexDamage index, List<String> others) implements CatalogFinding {

    /** The number of rows that a finding lists. */
    private static final int LISTED = 20;

    public DamagedIndex {
        others = List.copyOf(others);
    }

    @Override
    public FindingCode code() {
        return FindingCode.DAMAGED_INDEX;
    }

    @Override
    public Subject subject() {
        return Subjects.of("pg_catalog", index.index(), 0, "index");
    }

    @Override
    public @Nullable Claim claim() {
        return null;
    }

    @Override
    public String raises() {
        return index.byOid() ? SqlStates.INTERNAL_ERROR : SqlStates.UNIQUE_VIOLATION;
    }

    @Override
    public String explanation() {
        String consequence = index.byOid()
                ? "What is there can seem to be gone (XX000, cache lookup failed), and its number can be given out again."
                : "A CREATE of a name that it lacks makes a second one without a word, after which REINDEX itself fails with 23505; one of"
                        + " a name that it has too much fails with 23505 or 42710.";
        return "The index %s disagrees with its table %s. %s".formatted(index.index(), index.table(), consequence);
    }

    @Override
    public String remedy() {
        return "Create nothing and drop nothing. Stop the server and copy the data directory; on a copy look for names that are there"
                + " twice, rename one of each two, then REINDEX INDEX pg_catalog.%s; verify. The page of this finding has the steps."
                        .formatted(index.index());
    }

    @Override
    public Map<String, Object> evidence() {
        return new Evidence()
                .put("table", index.table())
                .put("certainty", "proved")
                .put("message", index.message())
                .put("unindexed", index.unindexed().stream().limit(LISTED).toList())
                .put("surplus", index.surplus().stream().limit(LISTED).toList())
                .put("others", others)
                .facts();
    }

    static String words(IndexDamage index) {
        return index.index() + ": "
                + Objects.requireNonNullElseGet(
                        index.message(),
                        () -> index.unindexed().size() + " rows missing, "
                                + index.surplus().size() + " too many");
    }
}
