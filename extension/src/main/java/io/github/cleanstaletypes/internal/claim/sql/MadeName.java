package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.Conflict;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.Effect.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a name has come about.
 *
 * @param kind what has it
 * @param tolerant whether one that is there already is no error
 * @param afterRelation whether a relation that had the name may have been out of the way by then
 * @param afterType whether a type that had it may have been
 * @param on the table of an index; null of all else
 */
record MadeName(
        Kind kind,
        boolean tolerant,
        boolean afterRelation,
        boolean afterType,
        @Nullable SqlName on) {

    /** What would be in the way of it; empty if nothing would. */
    Optional<Conflict> conflict() {
        if (afterType) {
            // what is there now is needed until the statement that frees it
            return Optional.empty();
        }
        boolean any = tolerant || afterRelation;
        return switch (kind) {
            case RELATION, COMPOSITE -> Optional.of(any ? Conflict.TYPE : Conflict.EITHER);
            case SEQUENCE -> any ? Optional.empty() : Optional.of(Conflict.RELATION);
            case TYPE -> Optional.of(Conflict.TYPE);
            case INDEX -> index();
        };
    }

    private Optional<Conflict> index() {
        if (afterRelation) {
            return Optional.empty();
        }
        return Optional.of(tolerant ? Conflict.INVALID_INDEX : Conflict.RELATION);
    }

    boolean isTable() {
        return kind == Kind.RELATION && !afterType;
    }

    /** Whether it is a type that one of its name would make fail. */
    boolean isStrictType() {
        return (kind == Kind.TYPE || kind == Kind.COMPOSITE) && !tolerant && !afterType && !afterRelation;
    }
}
