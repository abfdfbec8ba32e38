package io.github.cleanstaletypes.internal.sql;

import java.sql.SQLException;
import java.util.Set;

/** The SQLSTATEs that this project acts on (manual, appendix A), and what some of them have in common. Stateless. */
public final class SqlStates {

    public static final String FEATURE_NOT_SUPPORTED = "0A000";
    public static final String UNIQUE_VIOLATION = "23505";
    public static final String READ_ONLY_SQL_TRANSACTION = "25006";
    public static final String DEPENDENT_OBJECTS_STILL_EXIST = "2BP01";
    public static final String INVALID_PARAMETER_VALUE = "22023";
    public static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";
    public static final String UNTRANSLATABLE_CHARACTER = "22P05";
    public static final String SERIALIZATION_FAILURE = "40001";
    public static final String DEADLOCK_DETECTED = "40P01";
    public static final String INSUFFICIENT_PRIVILEGE = "42501";
    public static final String UNDEFINED_DATABASE = "3D000";
    public static final String UNDEFINED_OBJECT = "42704";
    public static final String UNDEFINED_FUNCTION = "42883";
    public static final String DUPLICATE_COLUMN = "42701";
    public static final String DUPLICATE_OBJECT = "42710";
    public static final String DUPLICATE_FUNCTION = "42723";
    public static final String UNDEFINED_TABLE = "42P01";
    public static final String DUPLICATE_DATABASE = "42P04";
    public static final String DUPLICATE_SCHEMA = "42P06";
    public static final String DUPLICATE_TABLE = "42P07";
    public static final String INVALID_TABLE_DEFINITION = "42P16";
    public static final String TOO_MANY_CONNECTIONS = "53300";
    public static final String OBJECT_NOT_IN_PREREQUISITE_STATE = "55000";
    public static final String DISK_FULL = "53100";
    public static final String OBJECT_IN_USE = "55006";
    public static final String LOCK_NOT_AVAILABLE = "55P03";
    public static final String QUERY_CANCELED = "57014";
    public static final String ADMIN_SHUTDOWN = "57P01";
    public static final String INTERNAL_ERROR = "XX000";
    public static final String DATA_CORRUPTED = "XX001";
    public static final String INDEX_CORRUPTED = "XX002";

    /** XX000 is how "tuple concurrently updated" comes; 57014 is a limit of ours. */
    private static final Set<String> MOVED = Set.of(
            LOCK_NOT_AVAILABLE,
            DEADLOCK_DETECTED,
            SERIALIZATION_FAILURE,
            QUERY_CANCELED,
            DEPENDENT_OBJECTS_STILL_EXIST,
            UNDEFINED_OBJECT,
            UNDEFINED_TABLE,
            INTERNAL_ERROR);

    private SqlStates() {}

    /** The exception's SQLSTATE, or an empty text if it has none. */
    public static String of(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** Whether another session was using or changing the object. */
    public static boolean somebodyMoved(SQLException e) {
        return MOVED.contains(of(e));
    }

    /** Whether this role may not do it. */
    public static boolean insufficientPrivilege(SQLException e) {
        return of(e).equals(INSUFFICIENT_PRIVILEGE);
    }

    /** Whether something has the name already, be it of one of a range's constructors. */
    public static boolean nameTaken(SQLException e) {
        return Set.of(DUPLICATE_OBJECT, DUPLICATE_TABLE, DUPLICATE_FUNCTION, UNIQUE_VIOLATION)
                .contains(of(e));
    }

    /** Whether the file of a catalog or of an index cannot be read as it should (class XX). */
    public static boolean corrupted(SQLException e) {
        return Set.of(DATA_CORRUPTED, INDEX_CORRUPTED).contains(of(e));
    }

    /** Whether the session is gone: class 08, or the server was shut down, crashed or is starting (57P01 to 57P05). */
    public static boolean connectionLost(SQLException e) {
        return of(e).startsWith("08") || of(e).startsWith("57P");
    }

    /** Whether bytes are no text of their encoding, or a character is not in the other one's. */
    public static boolean notConvertible(SQLException e) {
        return Set.of(CHARACTER_NOT_IN_REPERTOIRE, UNTRANSLATABLE_CHARACTER).contains(of(e));
    }

    /** Whether nothing else can be done in this run: the session is gone, or the server takes no change at all. */
    public static boolean hopeless(SQLException e) {
        return of(e).isEmpty() || connectionLost(e) || of(e).equals(READ_ONLY_SQL_TRANSACTION);
    }
}
