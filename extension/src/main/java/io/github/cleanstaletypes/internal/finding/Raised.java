package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.TypeKind;

/** The SQLSTATEs that a CREATE gets when something is in its way (manual, appendix A). */
final class Raised {

    static final String DUPLICATE_OBJECT = "42710";
    static final String DUPLICATE_TABLE = "42P07";
    static final String UNIQUE_VIOLATION = "23505";
    static final String INTERNAL_ERROR = "XX000";

    private Raised() {}

    /** A composite type has a {@code pg_class} row, and that is what the CREATE meets first. */
    static String byType(TypeKind kind) {
        return kind == TypeKind.COMPOSITE ? DUPLICATE_TABLE : DUPLICATE_OBJECT;
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
