package io.github.cleanstaletypes.internal.guard.live;

import io.github.cleanstaletypes.internal.guard.report.SeenWait.Holder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backend that waits for a lock, or that others wait for. Immutable.
 *
 * @param itself what is known of it
 * @param behind whom it waits for; 0 is a prepared transaction; empty if it does not wait
 * @param lock the mode that it waits for, or null
 * @param on what it wants to lock, in words, or null
 * @param waited how long it has waited
 * @param prepared the prepared transaction that it waits for, or null if it waits for none that is known
 * @param flyway whether it holds the lock that Flyway takes while it migrates
 */
record QueuedBackend(
        Holder itself,
        List<Integer> behind,
        @Nullable String lock,
        @Nullable String on,
        Duration waited,
        @Nullable Holder prepared,
        boolean flyway) {

    QueuedBackend {
        behind = List.copyOf(behind);
    }

    boolean waits() {
        return lock != null;
    }
}
