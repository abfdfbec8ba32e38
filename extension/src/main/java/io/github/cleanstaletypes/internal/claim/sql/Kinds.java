package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.sql.Effect.Kind;
import java.util.Optional;

/** The words for kinds of objects whose names may be claimed. */
final class Kinds {

    private Kinds() {}

    /** Takes the words for a kind, if they come next; nothing is taken of another kind. */
    static Optional<Kind> next(Cursor cursor) {
        if (cursor.acceptAny("table", "view")
                || cursor.accept("materialized", "view")
                || cursor.accept("foreign", "table")) {
            return Optional.of(Kind.RELATION);
        }
        if (cursor.accept("index")) {
            cursor.accept("concurrently");
            return Optional.of(Kind.INDEX);
        }
        if (cursor.accept("sequence")) {
            return Optional.of(Kind.SEQUENCE);
        }
        return cursor.acceptAny("type", "domain") ? Optional.of(Kind.TYPE) : Optional.empty();
    }
}
