package io.github.cleanstaletypes.internal.guard.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a session of the command was seen to wait for, long enough to be told. Immutable.
 *
 * @param attempt which run of the command, from 1
 * @param session the backend that waited
 * @param certain whether it is the command's by its token; if not, it began since the command did, and has none
 * @param lock the mode of the lock, as {@code pg_locks} names it
 * @param on what is to be locked, in words
 * @param waited how long, when it was seen last
 * @param holder who held it; null if those before it wait for each other
 * @param itself whether the holder is another session of the command
 */
public record SeenWait(
        int attempt,
        int session,
        boolean certain,
        String lock,
        String on,
        Duration waited,
        @Nullable Holder holder,
        boolean itself) {

    /**
     * Who holds up others. Immutable.
     *
     * @param pid the backend; null if it is a prepared transaction
     * @param gid the prepared transaction's name; null if it is a session, or if that is not known
     * @param role who logged in or prepared it; null if nobody did
     * @param application what the client calls itself
     * @param visible whether this role may see what it does
     * @param state {@code pg_stat_activity.state}; null if it is not visible, or none
     * @param since how long it is in this state, runs this query, or is prepared; null if that is not visible
     * @param query its current or last statement, without what stands in quotes; null if that is not visible
     */
    public record Holder(
            @Nullable Integer pid,
            @Nullable String gid,
            @Nullable String role,
            @Nullable String application,
            boolean visible,
            @Nullable String state,
            @Nullable Duration since,
            @Nullable String query) {}
}
