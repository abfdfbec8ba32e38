package io.github.cleanstaletypes.values;

import io.github.cleanstaletypes.internal.catalog.history.ToolStateRow;
import io.github.cleanstaletypes.internal.catalog.history.ToolStateRow.State;
import io.github.cleanstaletypes.internal.catalog.history.ToolTable;
import io.github.cleanstaletypes.internal.claim.MigrationTool;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a migration tool could have written into its own table {@code public.state}; each method but the last gives another one. */
public record ReadToolState(
        MigrationTool tool,
        State state,
        @Nullable String entry,
        @Nullable String detail,
        @Nullable String by,
        @Nullable String since,
        @Nullable Instant sinceAt,
        @Nullable Instant writtenAt,
        boolean freeable,
        boolean changeable,
        String hooks) {

    public static ReadToolState of(MigrationTool tool, State state, @Nullable String entry) {
        return new ReadToolState(tool, state, entry, null, null, null, null, null, false, true, "");
    }

    /** Knex's lock, which can be freed. */
    public static ReadToolState lock() {
        return new ReadToolState(MigrationTool.KNEX, State.LOCKED, "1", null, null, null, null, null, true, true, "");
    }

    public ReadToolState detail(String value) {
        return new ReadToolState(tool, state, entry, value, by, since, sinceAt, writtenAt, freeable, changeable, hooks);
    }

    public ReadToolState by(String value) {
        return new ReadToolState(
                tool, state, entry, detail, value, since, sinceAt, writtenAt, freeable, changeable, hooks);
    }

    public ReadToolState since(Instant moment) {
        return new ReadToolState(
                tool, state, entry, detail, by, moment.toString(), moment, writtenAt, freeable, changeable, hooks);
    }

    public ReadToolState writtenAt(Instant moment) {
        return new ReadToolState(tool, state, entry, detail, by, since, sinceAt, moment, freeable, changeable, hooks);
    }

    /** What the row is called is a byte that is no text. */
    public ReadToolState heldInBytes() {
        return new ReadToolState(
                tool, state, "\udce4", detail, by, since, sinceAt, writtenAt, freeable, changeable, hooks);
    }

    public ReadToolState notOurs() {
        return new ReadToolState(tool, state, entry, detail, by, since, sinceAt, writtenAt, freeable, false, hooks);
    }

    public ReadToolState with(String hook) {
        return new ReadToolState(tool, state, entry, detail, by, since, sinceAt, writtenAt, freeable, changeable, hook);
    }

    public ToolStateRow read() {
        return new ToolStateRow(
                new ToolTable(tool.name(), 801, "public", "state", "public.state", null, changeable, hooks),
                state,
                entry,
                detail,
                by,
                since,
                sinceAt,
                writtenAt,
                "700",
                freeable ? "is_locked = '1' WHERE index = '" + entry + "'" : null);
    }
}
