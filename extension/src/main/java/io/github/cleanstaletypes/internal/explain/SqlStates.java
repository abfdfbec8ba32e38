package io.github.cleanstaletypes.internal.explain;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The SQLSTATEs that this package knows, and the names that drivers give them (manual, appendix A). */
final class SqlStates {

    static final String UNIQUE_VIOLATION = "23505";
    static final String DUPLICATE_OBJECT = "42710";
    static final String DUPLICATE_TABLE = "42P07";
    static final String DUPLICATE_SCHEMA = "42P06";
    static final String DUPLICATE_FUNCTION = "42723";
    static final String DUPLICATE_DATABASE = "42P04";
    static final String DEADLOCK = "40P01";
    static final String LOCK_NOT_AVAILABLE = "55P03";
    static final String QUERY_CANCELED = "57014";
    static final String INTERNAL_ERROR = "XX000";

    /** Those whose message names what is in the way, in quotes. */
    private static final Set<String> NAMING =
            Set.of(DUPLICATE_OBJECT, DUPLICATE_TABLE, DUPLICATE_SCHEMA, DUPLICATE_FUNCTION, DUPLICATE_DATABASE);

    private static final Set<String> KNOWN = Set.of(
            UNIQUE_VIOLATION,
            DUPLICATE_OBJECT,
            DUPLICATE_TABLE,
            DUPLICATE_SCHEMA,
            DUPLICATE_FUNCTION,
            DUPLICATE_DATABASE,
            DEADLOCK,
            LOCK_NOT_AVAILABLE,
            QUERY_CANCELED,
            INTERNAL_ERROR);

    /** The condition's name without underscores, in lower case: DuplicateObject, PG::DuplicateObject, duplicate_object. */
    private static final Map<String, String> BY_NAME = Map.of(
            "uniqueviolation", UNIQUE_VIOLATION,
            "duplicateobject", DUPLICATE_OBJECT,
            "duplicatetable", DUPLICATE_TABLE,
            "duplicateschema", DUPLICATE_SCHEMA,
            "duplicatefunction", DUPLICATE_FUNCTION,
            "duplicatedatabase", DUPLICATE_DATABASE,
            "deadlockdetected", DEADLOCK,
            "trdeadlockdetected", DEADLOCK,
            "locknotavailable", LOCK_NOT_AVAILABLE,
            "querycanceled", QUERY_CANCELED);

    private SqlStates() {}

    static boolean known(@Nullable String state) {
        return state != null && KNOWN.contains(state);
    }

    static boolean naming(@Nullable String state) {
        return state != null && NAMING.contains(state);
    }

    /** @param name a condition's name in lower case, without underscores */
    static @Nullable String byName(String name) {
        return BY_NAME.get(name);
    }
}
