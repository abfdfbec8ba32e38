package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one line, or one exception, gives away of an error; null for what it does not.
 *
 * @param sqlState the SQLSTATE
 * @param constraint a catalog's constraint
 * @param cause what is said by words that are not translated, or else in English
 * @param named what is in the way
 * @param aboutType whether it is about a type
 */
record Clues(
        @Nullable String sqlState,
        @Nullable String constraint,
        @Nullable Cause cause,
        @Nullable NamedObject named,
        boolean aboutType) {

    static final Clues NONE = new Clues(null, null, null, null, false);

    static Clues of(UniqueKeyDetail key) {
        return new Clues(null, key.index().constraint(), null, key.named(), false);
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether both can be of one error. */
    boolean agreesWith(Clues other) {
        return agree(state(), other.state())
                && agree(constraint, other.constraint)
                && agree(cause, other.cause)
                && (named == null || other.named == null || named.name().equals(other.named.name()));
    }

    private static boolean agree(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null || one.equals(other);
    }

    Clues and(Clues other) {
        return new Clues(
                sqlState == null ? other.sqlState : sqlState,
                constraint == null ? other.constraint : constraint,
                cause == null ? other.cause : cause,
                better(named, other.named),
                aboutType || other.aboutType);
    }

    private static @Nullable NamedObject better(@Nullable NamedObject one, @Nullable NamedObject other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.schemaOid() == 0 ? other : one;
    }

    Clues naming(String name, boolean type) {
        return new Clues(sqlState, constraint, cause, NamedObject.bare(name), aboutType || type);
    }

    /** Whether its message has a name in quotes that is not known yet. */
    boolean lacksName() {
        return named == null && constraint == null && ConditionNames.naming(sqlState);
    }

    /** The error, if it is one of this family. */
    Optional<Symptom> symptom() {
        Cause told = told();
        return told == null ? Optional.empty() : Optional.of(new Symptom(told, state(), constraint, named));
    }

    private @Nullable Cause told() {
        if (constraint != null && Objects.equals(state(), SqlStates.UNIQUE_VIOLATION)) {
            return CatalogIndex.named(constraint).map(CatalogIndex::cause).orElse(Cause.CATALOG_RACE);
        }
        if (cause != null || sqlState == null) {
            return cause;
        }
        return switch (sqlState) {
            case SqlStates.DUPLICATE_OBJECT -> aboutType ? Cause.TYPE_EXISTS : Cause.OBJECT_EXISTS;
            case SqlStates.DUPLICATE_TABLE -> Cause.RELATION_EXISTS;
            case SqlStates.DUPLICATE_SCHEMA -> Cause.SCHEMA_EXISTS;
            case SqlStates.DUPLICATE_FUNCTION -> Cause.FUNCTION_EXISTS;
            case SqlStates.DUPLICATE_DATABASE -> Cause.DATABASE_EXISTS;
            case SqlStates.DEADLOCK_DETECTED -> Cause.DEADLOCK;
            case SqlStates.LOCK_NOT_AVAILABLE -> Cause.LOCK_TIMEOUT;
            case SqlStates.QUERY_CANCELED -> Cause.STATEMENT_TIMEOUT;
            default -> null;
        };
    }

    /** The SQLSTATE, as it is written or as it follows from the rest. */
    private @Nullable String state() {
        if (sqlState != null) {
            return sqlState;
        }
        if (cause != null) {
            return cause.sqlState();
        }
        // an index that merely has such a name is nothing yet
        return CatalogIndex.named(constraint).isPresent() ? SqlStates.UNIQUE_VIOLATION : null;
    }
}
