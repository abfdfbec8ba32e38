package io.github.cleanstaletypes.internal.guard;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where signals and the loss of the lock meet the command that is running, or a guard that has not got that far. Can be shared. */
final class Control {

    private final Thread guard;
    private final OnLockLost onLockLost;
    private final Duration grace;
    private final Narrator narrator;
    private @Nullable CommandProcess running;
    private @Nullable String ending;
    private @Nullable String lockLost;

    /** @param guard is interrupted when no command is running */
    Control(Thread guard, OnLockLost onLockLost, Duration grace, Narrator narrator) {
        this.guard = guard;
        this.onLockLost = onLockLost;
        this.grace = grace;
        this.narrator = narrator;
    }

    /** A signal has come. */
    synchronized void received(String signal) {
        boolean ends = !signal.startsWith("USR");
        if (ends) {
            ending = signal;
        }
        if (running != null) {
            running.signal(signal);
        } else if (ends) {
            guard.interrupt();
        }
    }

    /** The lock is no longer held. */
    void lost(String why) {
        CommandProcess command;
        synchronized (this) {
            lockLost = why;
            command = running;
            if (command == null) {
                guard.interrupt();
                return;
            }
        }
        lost(why, command);
    }

    private void lost(String why, CommandProcess command) {
        String what = "the lock is lost: " + why;
        if (onLockLost == OnLockLost.WARN) {
            narrator.warn(what + "; the command goes on, but another guard may start and end its sessions");
            return;
        }
        narrator.warn(what + "; stopping the command");
        try {
            command.stop(grace);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command has started, whatever came just before. Called by the guard's thread. */
    void started(CommandProcess command) {
        String why;
        synchronized (this) {
            Thread.interrupted();
            running = command;
            if (ending != null) {
                command.signal(ending);
            }
            why = lockLost;
        }
        if (why != null) {
            lost(why, command);
        }
    }

    /** The command has ended. */
    synchronized void ended() {
        running = null;
    }

    /** The signal that asked for the end, or null. */
    synchronized @Nullable String ending() {
        return ending;
    }

    /** Why the lock was lost, or null if it was not. */
    synchronized @Nullable String lockLost() {
        return lockLost;
    }

    /** Whether the loss of the lock has stopped the command, or kept it from being started. */
    synchronized boolean stopped() {
        return lockLost != null && onLockLost == OnLockLost.STOP;
    }
}
