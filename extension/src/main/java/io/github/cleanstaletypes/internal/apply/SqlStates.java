package io.github.cleanstaletypes.internal.apply;

import java.sql.SQLException;
import java.util.Set;

/** SQLSTATEs that say what a change met (manual, appendix A). */
final class SqlStates {

    /**
     * Somebody else was there: lock_not_available, deadlock_detected, serialization_failure, query_canceled (our timeout), dependent
     * objects still exist, undefined object, undefined table; and internal_error, which is how "tuple concurrently updated" comes.
     */
    private static final Set<String> MOVED =
            Set.of("55P03", "40P01", "40001", "57014", "2BP01", "42704", "42P01", "XX000");

    private SqlStates() {}

    static boolean somebodyMoved(SQLException e) {
        return MOVED.contains(state(e));
    }

    static boolean insufficientPrivilege(SQLException e) {
        return state(e).equals("42501");
    }

    static boolean nameTaken(SQLException e) {
        return state(e).equals("42710") || state(e).equals("42P07") || state(e).equals("23505");
    }

    /** Whether the session is gone, or the server takes no change at all: nothing else can be done in this run. */
    static boolean hopeless(SQLException e) {
        String state = state(e);
        return state.isEmpty() || state.startsWith("08") || state.startsWith("57P") || state.equals("25006");
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }
}
