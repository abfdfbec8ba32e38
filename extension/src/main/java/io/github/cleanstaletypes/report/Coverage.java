package io.github.cleanstaletypes.report;

import java.util.List;

/**
 * Says what a run has judged and what it has not: "clean" is said only of what was judged. Immutable.
 *
 * @param look what was looked at
 * @param unjudged how many standalone types were not judged because nobody claims their names; 0 after a quick look, which does not count
 *     them
 * @param unjudgedTypes the first eleven of them by name, as SQL writes them, if no name at all was claimed; else empty
 * @param unjudgedNames what was claimed by hand and could not be judged, with the reason, such as a schema that does not exist
 * @param unjudgedMigrations why it could not be told which migrations are pending, or none of their names was judged, or
 *     which lock of a migration tool that was to be freed could not be read; a sentence each
 * @param unreadParts what of the pending migrations claims no name although it may create some, such as a statement that could not be read
 * @param strict whether unjudged names and migrations need somebody's attention
 */
public record Coverage(
        Look look,
        long unjudged,
        List<String> unjudgedTypes,
        List<String> unjudgedNames,
        List<String> unjudgedMigrations,
        List<String> unreadParts,
        boolean strict) {

    /** The coverage of a run that has broken off, or that judges no names. */
    public static final Coverage NONE = new Coverage(Look.NONE, 0, List.of(), List.of(), List.of(), List.of(), false);

    public Coverage {
        unjudgedTypes = List.copyOf(unjudgedTypes);
        unjudgedNames = List.copyOf(unjudgedNames);
        unjudgedMigrations = List.copyOf(unjudgedMigrations);
        unreadParts = List.copyOf(unreadParts);
    }

    /** Says what a run has looked at; the later ones look at more. */
    public enum Look {
        /** Nobody can say: the run has broken off, or was not one that looks. */
        NONE,
        /** What the claimed names lead to. */
        QUICK,
        /** All that can be seen. */
        FULL
    }

    /** Tells whether something that was claimed could not be judged, for which a strict run is not clean. */
    public boolean lacksClaimed() {
        return !unjudgedNames.isEmpty() || !unjudgedMigrations.isEmpty();
    }
}
