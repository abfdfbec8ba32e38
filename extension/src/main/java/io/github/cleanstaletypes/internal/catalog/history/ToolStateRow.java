package io.github.cleanstaletypes.internal.catalog.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row in which a migration tool says that a migration has failed, or is running. Immutable.
 *
 * @param table the table that it stands in
 * @param state what the row says
 * @param entry which migration or which row it is, or null if the table holds but one
 * @param detail what else it says: a script, a description, or the error's first line; or null
 * @param by who wrote it, or null if the tool does not say
 * @param since when, as it stands in the row, by a client's clock or in a client's time zone; or null
 * @param sinceAt that as a moment, if it is one
 * @param writtenAt when the row was committed, by the server's clock; null unless the server keeps that
 * @param xmin the transaction that wrote the row
 * @param setBack what would write it again after it was freed: an assignment and a condition; null if it is not for us to free
 */
public record ToolStateRow(
        ToolTable table,
        State state,
        @Nullable String entry,
        @Nullable String detail,
        @Nullable String by,
        @Nullable String since,
        @Nullable Instant sinceAt,
        @Nullable Instant writtenAt,
        String xmin,
        @Nullable String setBack) {

    /** Says what a row means. */
    public enum State {
        /** The migration has failed. */
        FAILED,
        /** The migration began and did not end, or is running. */
        UNFINISHED,
        /** The same, of the whole database: the table holds nothing but the version. */
        DIRTY,
        /** Somebody migrates, or did so and was killed. */
        LOCKED
    }
}
