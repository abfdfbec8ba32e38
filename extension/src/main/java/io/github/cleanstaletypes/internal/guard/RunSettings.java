package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.guard.session.GuardWaits;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import java.time.Duration;

/**
 * How what is guarded is run, whatever it is. Immutable.
 *
 * @param cleaning how to clean
 * @param progress is told what becomes of a type that was set aside
 * @param waits how long to wait for what
 * @param onLockLost what becomes of it then
 * @param retries how often it is run again after a failure that two sessions at one moment brought about
 * @param freeLocks whether a lock row of a migration tool is freed that it has left behind
 * @param heal whether it is run again with a type out of the way that its error names and nothing uses
 */
public record RunSettings(
        Cleaning cleaning,
        Progress progress,
        GuardWaits waits,
        OnLockLost onLockLost,
        int retries,
        boolean freeLocks,
        boolean heal) {

    /** Cleans as the settings say. */
    @FunctionalInterface
    public interface Cleaning {
        /**
         * Does it.
         *
         * @param types the database, under the guard's lock
         * @param creatorsWait how long to wait for transactions that are creating something
         */
        CleanupReport clean(Cleaner types, Duration creatorsWait);
    }
}
