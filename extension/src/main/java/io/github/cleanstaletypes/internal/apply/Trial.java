package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.sql.SqlStates;

/**
 * One try of a CREATE, which is rolled back.
 *
 * @param verdict what it says by itself
 * @param words what the server answered, or why it was not tried; empty if the CREATE succeeded
 * @param undisturbed whether no other transaction of the whole server that could write was under way from before the CREATE until after
 *     it: then nobody else can have been creating the name
 */
public record Trial(Verdict verdict, String words, boolean undisturbed) {

    /** What one try says. */
    public enum Verdict {
        /** The CREATE succeeded. */
        FREE,
        /** It waited for somebody, longer than it may: lock_not_available. */
        HELD,
        /** Something visible is in the way: duplicate_object, duplicate_table. */
        TAKEN,
        /** Something is in the way that was not visible: unique_violation; or it went on for ever: query_canceled. */
        UNSEEN,
        /** It was not tried, or failed for another reason. */
        FAILED
    }

    static Trial failed(String why) {
        return new Trial(Verdict.FAILED, why, false);
    }

    static Verdict verdict(String sqlState) {
        return switch (sqlState) {
            case SqlStates.LOCK_NOT_AVAILABLE -> Verdict.HELD;
            case SqlStates.DUPLICATE_OBJECT, SqlStates.DUPLICATE_TABLE -> Verdict.TAKEN;
            case SqlStates.UNIQUE_VIOLATION, SqlStates.QUERY_CANCELED -> Verdict.UNSEEN;
            default -> Verdict.FAILED;
        };
    }
}
