package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.DanglingRow;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.report.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the catalog points to a row which is not there. */
sealed interface Dangling extends CatalogFinding permits OrphanRowType, OrphanArrayType, RelationWithoutType {

    /** The row. */
    DanglingRow row();

    /** What the row describes. */
    String kind();

    @Override
    default Subject subject() {
        return Subjects.of(row().schema(), row().name(), row().oid(), kind());
    }

    @Override
    default @Nullable Claim claim() {
        return null;
    }

    @Override
    default Map<String, Object> evidence() {
        return row().facts();
    }
}
