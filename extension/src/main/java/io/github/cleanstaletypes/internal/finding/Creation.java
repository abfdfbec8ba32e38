package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.util.Map;

/** A transaction has created something and is not over. */
public sealed interface Creation extends CatalogFinding permits UncommittedCreation, PreparedCreation {

    /** The transaction. */
    Creator creator();

    @Override
    default String raises() {
        return SqlStates.UNIQUE_VIOLATION;
    }

    @Override
    default Map<String, Object> evidence() {
        return CreatorInWords.evidence(creator());
    }
}
