package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.guard.live.LiveLimits;
import io.github.cleanstaletypes.internal.guard.session.GuardWaits;
import io.github.cleanstaletypes.internal.lock.LockName;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a command is to be guarded. Immutable.
 *
 * @param command the program and its arguments
 * @param database what is cleaned and migrated
 * @param lock where the lock is taken if not there: the same database without a pooler; or null
 * @param lockName the part of the database that is migrated beside others; or null for all of it
 * @param environment what this process was given
 * @param stderr takes what the command writes to its standard error
 * @param capture whether that is read; if not, the command has this process's own
 * @param cleaning how to clean
 * @param progress is told what becomes of a type that was set aside
 * @param waits how long to wait for what
 * @param onLockLost what becomes of the command then
 * @param retries how often it is run again after a failure that two sessions at one moment brought about
 * @param freeLocks whether a lock row of a migration tool is freed that the command has left behind
 * @param heal whether it is run again with a type out of the way that its error names and nothing uses
 * @param live from when on something about the running command is told
 * @param lockTimeout how long a statement of the command may wait for a lock, and null for no limit
 */
public record GuardSettings(
        List<String> command,
        ConnectionSettings database,
        @Nullable ConnectionSettings lock,
        @Nullable LockName lockName,
        Environment environment,
        OutputStream stderr,
        boolean capture,
        Cleaning cleaning,
        Progress progress,
        GuardWaits waits,
        OnLockLost onLockLost,
        int retries,
        boolean freeLocks,
        boolean heal,
        LiveLimits live,
        @Nullable Duration lockTimeout) {

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

    public GuardSettings {
        command = List.copyOf(command);
    }

    /** With the usual limits of what is told, and none for the command's locks. */
    public GuardSettings(
            List<String> command,
            ConnectionSettings database,
            @Nullable ConnectionSettings lock,
            @Nullable LockName lockName,
            Environment environment,
            OutputStream stderr,
            boolean capture,
            Cleaning cleaning,
            Progress progress,
            GuardWaits waits,
            OnLockLost onLockLost,
            int retries,
            boolean freeLocks,
            boolean heal) {
        this(
                command,
                database,
                lock,
                lockName,
                environment,
                stderr,
                capture,
                cleaning,
                progress,
                waits,
                onLockLost,
                retries,
                freeLocks,
                heal,
                LiveLimits.USUAL,
                null);
    }

    /** How the command is run. */
    RunSettings runs() {
        return new RunSettings(cleaning, progress, waits, onLockLost, retries, freeLocks, heal);
    }

    /** Where the lock is taken. */
    ConnectionSettings locked() {
        return lock == null ? database : lock;
    }

    /** Whether a command that could not have a lock in time is run again. */
    boolean givesWay() {
        return lockTimeout != null && retries > 0;
    }

    /** The program, without its arguments, which may hold a password. */
    String program() {
        return command.get(0);
    }
}
