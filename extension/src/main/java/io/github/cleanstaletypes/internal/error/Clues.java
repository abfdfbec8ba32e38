package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one line, one row or one exception gives away of an error; null for what it does not.
 *
 * @param sqlState the SQLSTATE; also one of another family, which tells that this is another error
 * @param constraint a catalog's constraint
 * @param cause what the message says
 * @param named what is in the way
 * @param aboutType whether it is about a type
 * @param tool the tool whose message it is
 * @param lost the number of a type or a relation that leads nowhere, or 0
 * @param sure whether it cannot be anything but an error: a number alone may be an order's
 */
record Clues(
        @Nullable String sqlState,
        @Nullable String constraint,
        @Nullable Cause cause,
        @Nullable NamedObject named,
        boolean aboutType,
        @Nullable MigrationTool tool,
        long lost,
        boolean sure) {

    static final Clues NONE = new Clues(null, null, null, null, false, null, 0, false);

    /** It is about a type, whatever it is. */
    static final Clues ABOUT_TYPE = new Clues(null, null, null, null, true, null, 0, false);

    static Clues state(@Nullable String sqlState, boolean sure) {
        return new Clues(sqlState, null, null, null, false, null, 0, sqlState != null && sure);
    }

    static Clues constraint(String constraint) {
        return new Clues(null, constraint, null, null, false, null, 0, true);
    }

    /** The name of a catalog's index, which may be of anything. */
    static Clues index(String index) {
        return new Clues(null, index, null, null, false, null, 0, false);
    }

    static Clues of(UniqueKeyDetail key) {
        CatalogIndex index = key.index();
        // a user's table may have such columns too
        return new Clues(
                null, index == null ? null : index.constraint(), null, key.named(), false, null, 0, index != null);
    }

    static Clues message(@Nullable Cause cause, @Nullable NamedObject named) {
        return new Clues(null, null, cause, named, cause == Cause.TYPE_EXISTS, null, 0, true);
    }

    /** What an error is, if there is one. */
    static Clues likely(Cause cause) {
        return new Clues(null, null, cause, null, false, null, 0, false);
    }

    /** A number that leads nowhere. */
    static Clues lost(Cause cause, long number) {
        return new Clues(null, null, cause, null, false, null, number, true);
    }

    static Clues of(MigrationTool tool, Cause cause, @Nullable NamedObject named) {
        return new Clues(null, null, cause, named, false, tool, 0, true);
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether both can be of one error. */
    boolean agreesWith(Clues other) {
        return agree(state(), other.state())
                && agree(constraint, other.constraint)
                && agree(cause, other.cause)
                && (named == null
                        || other.named == null
                        || (named.name().equals(other.named.name()) && agree(owner(named), owner(other.named))));
    }

    private static @Nullable String owner(NamedObject named) {
        SqlName on = named.on();
        return on == null ? null : on.name();
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
                aboutType || other.aboutType,
                tool == null ? other.tool : tool,
                lost == 0 ? other.lost : lost,
                sure || other.sure);
    }

    private static @Nullable NamedObject better(@Nullable NamedObject one, @Nullable NamedObject other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.schemaOid() == 0 && one.on() == null ? other : one;
    }

    /** With the schema of what it names. */
    Clues in(String schema) {
        NamedObject known = named;
        return known == null || known.schema() != null
                ? this
                : new Clues(
                        sqlState,
                        constraint,
                        cause,
                        new NamedObject(known.schemaOid(), schema, known.name(), known.kind(), known.on()),
                        aboutType,
                        tool,
                        lost,
                        sure);
    }

    /** Whether it comes from a message, and not from what stands beside one. */
    boolean isMessage() {
        return named != null || constraint != null || (sure && cause != null);
    }

    /** Whether it is an error of another kind; a SQLSTATE of many errors is none of them together with the message of one of this family. */
    boolean isForeign() {
        return sqlState != null
                && !ConditionNames.known(sqlState)
                && (cause == null || !sqlState.equals(cause.sqlState()));
    }

    /** What the error is, if it is one of this family. */
    Optional<Cause> told() {
        return sure ? Optional.ofNullable(cause()).or(() -> Optional.ofNullable(byState())) : Optional.empty();
    }

    private @Nullable Cause byState() {
        String state = state();
        if (constraint != null && Objects.equals(state, SqlStates.UNIQUE_VIOLATION)) {
            return CatalogIndex.named(constraint).map(CatalogIndex::cause).orElse(Cause.CATALOG_RACE);
        }
        if (state == null) {
            return null;
        }
        return switch (state) {
            case SqlStates.DUPLICATE_OBJECT -> aboutType ? Cause.TYPE_EXISTS : Cause.OBJECT_EXISTS;
            case SqlStates.DUPLICATE_TABLE -> Cause.RELATION_EXISTS;
            case SqlStates.DUPLICATE_SCHEMA -> Cause.SCHEMA_EXISTS;
            case SqlStates.DUPLICATE_FUNCTION -> Cause.FUNCTION_EXISTS;
            case SqlStates.DUPLICATE_DATABASE -> Cause.DATABASE_EXISTS;
            case SqlStates.DUPLICATE_COLUMN -> Cause.COLUMN_EXISTS;
            case SqlStates.DEPENDENT_OBJECTS_STILL_EXIST -> Cause.DEPENDENT_OBJECTS;
            case SqlStates.DEADLOCK_DETECTED -> Cause.DEADLOCK;
            case SqlStates.LOCK_NOT_AVAILABLE -> Cause.LOCK_TIMEOUT;
            case SqlStates.QUERY_CANCELED -> Cause.STATEMENT_TIMEOUT;
            default -> null;
        };
    }

    /** The SQLSTATE, as it is written or as it follows from the rest. */
    @Nullable
    String state() {
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
