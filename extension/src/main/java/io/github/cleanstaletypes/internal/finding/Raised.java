package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.TypeKind;
import io.github.cleanstaletypes.internal.sql.SqlStates;

/** Knows the SQLSTATEs that a CREATE gets when something is in its way (manual, appendix A). */
final class Raised {

    private Raised() {}

    /** A composite type has a {@code pg_class} row, and that is what the CREATE meets first. */
    static String byType(TypeKind kind) {
        return kind == TypeKind.COMPOSITE ? SqlStates.DUPLICATE_TABLE : SqlStates.DUPLICATE_OBJECT;
    }

    static String consequence(TypeKind kind) {
        return switch (kind) {
            case COMPOSITE ->
                "the next CREATE TABLE of that name fails with 42P07, and CREATE TABLE IF NOT EXISTS makes no table"
                        + " and says nothing";
            case RANGE -> "the next CREATE of that name fails with 42710, and so does one of its multirange's name";
            case ENUM, DOMAIN, MULTIRANGE, BASE -> "the next CREATE of that name fails with 42710, type already exists";
        };
    }
}
