package io.github.cleanstaletypes.internal.catalog.history;

import java.util.Locale;

/**
 * What a tool's history says of one migration.
 *
 * @param key the version or the name that the tool knows the migration by, as text
 * @param state what became of it
 */
public record ToolHistoryRow(String key, State state) {

    /** What became of a migration. */
    public enum State {
        /** It has run. */
        APPLIED,
        /** It has run, and has been taken back. */
        UNDONE,
        /** It is running, or it has failed. */
        UNFINISHED;

        static State named(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
