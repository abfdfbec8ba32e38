package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.guard.live.LiveLimits;
import io.github.cleanstaletypes.internal.lock.LockName;
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
 * @param runs how it is run
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
        RunSettings runs,
        LiveLimits live,
        @Nullable Duration lockTimeout) {

    public GuardSettings {
        command = List.copyOf(command);
    }

    /** Where the lock is taken. */
    ConnectionSettings locked() {
        return lock == null ? database : lock;
    }

    /** Whether a command that could not have a lock in time is run again. */
    boolean givesWay() {
        return lockTimeout != null && runs.retries() > 0;
    }

    /** The program, without its arguments, which may hold a password. */
    String program() {
        return command.get(0);
    }
}
