package io.github.cleanstaletypes.report;

import java.util.List;

/**
 * Says what a run has judged and what it has not: "clean" is said only of what was judged. Immutable.
 *
 * @param full whether all that can be seen was looked at, and not only what the claimed names lead to
 * @param unjudged how many standalone types were not judged because nobody claims their names
 * @param unjudgedTypes the first eleven of them by name, as SQL writes them, if no name at all was claimed; else empty
 * @param unjudgedNames the names claimed by hand that could not be judged, with the reason, such as a schema that does not exist
 * @param strict whether such a name needs somebody's attention
 */
public record Coverage(
        boolean full, long unjudged, List<String> unjudgedTypes, List<String> unjudgedNames, boolean strict) {

    /** The coverage of a run that has broken off, or that judges no names. */
    public static final Coverage NONE = new Coverage(true, 0, List.of(), List.of(), false);

    public Coverage {
        unjudgedTypes = List.copyOf(unjudgedTypes);
        unjudgedNames = List.copyOf(unjudgedNames);
    }
}
