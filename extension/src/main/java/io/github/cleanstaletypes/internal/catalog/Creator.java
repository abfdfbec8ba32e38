package io.github.cleanstaletypes.internal.catalog;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that holds a lock on an object which the catalog does not show: it is creating something (a relation, an index, a
 * rewritten table; an enum, domain or range only on servers that lock types), and its name cannot be seen.
 *
 * @param pid the backend, or null for a prepared transaction
 * @param gid the prepared transaction's identifier, or null for a session
 * @param virtualTransaction tells one transaction of a backend from its next
 * @param role who runs or prepared it, or null if unknown
 * @param applicationName what the client calls itself, or null
 * @param client the client's address, or null if it is not visible to this role or local
 * @param state {@code pg_stat_activity.state}, or null if it is not visible to this role
 * @param query its current or last statement, or null if it is not visible to this role
 * @param xid its transaction id, or null
 * @param age how long its transaction is open, or null if that is not visible to this role
 * @param idle since when it waits for its client within the transaction; null if it does not, or if that is not visible to this role
 */
public record Creator(
        @Nullable Integer pid,
        @Nullable String gid,
        String virtualTransaction,
        @Nullable String role,
        @Nullable String applicationName,
        @Nullable String client,
        @Nullable String state,
        @Nullable String query,
        @Nullable String xid,
        @Nullable Duration age,
        @Nullable Idle idle) {

    /** Whether this is a prepared transaction, which no session holds and a restart does not end. */
    public boolean prepared() {
        return pid == null;
    }
}
