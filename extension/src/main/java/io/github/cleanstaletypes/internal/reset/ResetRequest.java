package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import java.time.Duration;

/**
 * What is asked for, and how. Immutable.
 *
 * @param action what is to be done
 * @param database which database it is about; a maintenance database of the same server is connected to first
 * @param dryRun whether it is only to be told
 * @param endSessions whether sessions that are in the way are to be ended
 * @param databaseWait how long to wait until the server answers
 * @param lockWait how long to wait for another reset of the same database
 */
public record ResetRequest(
        ResetAction action,
        ConnectionSettings database,
        boolean dryRun,
        boolean endSessions,
        Duration databaseWait,
        Duration lockWait) {

    /** The name that it is about. */
    public String name() {
        return database.database();
    }
}
