package io.github.cleanstaletypes.internal.error;

import static java.util.Map.entry;

import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names and SQLSTATEs of the conditions in question (manual, appendix A). Stateless. */
final class ConditionNames {

    /** SQLSTATEs whose message names what is in the way, in quotes. */
    private static final Set<String> NAMING = Set.of(
            SqlStates.DUPLICATE_OBJECT,
            SqlStates.DUPLICATE_TABLE,
            SqlStates.DUPLICATE_SCHEMA,
            SqlStates.DUPLICATE_FUNCTION,
            SqlStates.DUPLICATE_DATABASE);

    /** The condition's name without underscores, in lower case: DuplicateObject, PG::DuplicateObject, duplicate_object. */
    private static final Map<String, String> BY_NAME = Map.ofEntries(
            entry("uniqueviolation", SqlStates.UNIQUE_VIOLATION),
            entry("duplicateobject", SqlStates.DUPLICATE_OBJECT),
            entry("duplicatetable", SqlStates.DUPLICATE_TABLE),
            entry("duplicateschema", SqlStates.DUPLICATE_SCHEMA),
            entry("duplicatefunction", SqlStates.DUPLICATE_FUNCTION),
            entry("duplicatedatabase", SqlStates.DUPLICATE_DATABASE),
            entry("duplicatecolumn", SqlStates.DUPLICATE_COLUMN),
            entry("invalidtabledefinition", SqlStates.INVALID_TABLE_DEFINITION),
            entry("dependentobjectsstillexist", SqlStates.DEPENDENT_OBJECTS_STILL_EXIST),
            entry("deadlockdetected", SqlStates.DEADLOCK_DETECTED),
            entry("trdeadlockdetected", SqlStates.DEADLOCK_DETECTED),
            entry("locknotavailable", SqlStates.LOCK_NOT_AVAILABLE),
            entry("querycanceled", SqlStates.QUERY_CANCELED));

    private ConditionNames() {}

    /** XX000 too, which drivers do not give by name. */
    static boolean known(@Nullable String state) {
        return state != null && (BY_NAME.containsValue(state) || state.equals(SqlStates.INTERNAL_ERROR));
    }

    static boolean naming(@Nullable String state) {
        return state != null && NAMING.contains(state);
    }

    /** @param name a condition's name in lower case, without underscores */
    static @Nullable String byName(String name) {
        return BY_NAME.get(name);
    }
}
