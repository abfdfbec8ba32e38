package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.guard.command.Running;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Where signals and the loss of the lock meet the command that is running, or a guard that has not got that far. Can be shared. */
final class Control {

    /** How long the answer to a heartbeat may still take when the command is over. */
    private static final Duration LAST_ANSWER = Duration.ofSeconds(1);

    private final Thread guard;
    private final Runnable breakOff;
    private final OnLockLost onLockLost;
    private final Duration grace;
    private final Narrator narrator;
    private final ReentrantLock asking = new ReentrantLock();
    private final List<String> early = new ArrayList<>();
    private boolean starting;
    private boolean brokenOff;
    private @Nullable Running running;
    private @Nullable String ending;
    private @Nullable String lockLost;
    private boolean nothingMore;

    /**
     * Creates the meeting point of one guard.
     *
     * @param guard is interrupted when no command is running
     * @param breakOff ends its waits for the server, which an interrupt does not reach
     */
    Control(Thread guard, Runnable breakOff, OnLockLost onLockLost, Duration grace, Narrator narrator) {
        this.guard = guard;
        this.breakOff = breakOff;
        this.onLockLost = onLockLost;
        this.grace = grace;
        this.narrator = narrator;
    }

    /** Is held while the answer to a heartbeat is awaited. */
    Lock asking() {
        return asking;
    }

    /** Whether the server answers, as far as the heartbeat knows. */
    boolean answers() throws InterruptedException {
        if (lockLost() != null || !asking.tryLock(LAST_ANSWER.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        asking.unlock();
        return true;
    }

    /** A signal has come. */
    synchronized void received(String signal) {
        boolean ends = !signal.startsWith("USR");
        if (ends) {
            ending = signal;
        }
        if (running != null) {
            boolean heard = running.signal(signal);
            if (ends && !heard) {
                // it has ended, and only what it wrote is still being passed on
                guard.interrupt();
            }
        } else if (starting) {
            early.add(signal);
        } else if (ends) {
            end();
        }
    }

    private void end() {
        brokenOff = true;
        guard.interrupt();
        breakOff.run();
    }

    /** The lock is no longer held. */
    void lost(String why) {
        Running command;
        synchronized (this) {
            if (brokenOff) {
                // by this guard itself, after a signal
                return;
            }
            lockLost = why;
            command = running;
            if (command == null) {
                if (!starting) {
                    end();
                }
                return;
            }
        }
        lost(why, command);
    }

    private void lost(String why, Running command) {
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

    /**
     * The command is about to start: from now on the lock is its lock, and what comes is for {@link #started}. Called by the guard's
     * thread.
     *
     * @throws InterruptedException if it must not start any more
     */
    synchronized void starting() throws InterruptedException {
        if (ending != null || lockLost != null || Thread.interrupted()) {
            throw new InterruptedException();
        }
        starting = true;
    }

    /** The command has started, whatever came just before. Called by the guard's thread. */
    void started(Running command) {
        String why;
        synchronized (this) {
            running = command;
            early.forEach(command::signal);
            early.clear();
            why = lockLost;
        }
        if (why != null) {
            lost(why, command);
        }
    }

    /** The command has ended, or could not be started. */
    synchronized void ended() {
        starting = false;
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

    /** Whether the guard's waits were ended before their time: what failed since then, failed for that. */
    synchronized boolean brokenOff() {
        return brokenOff;
    }

    /** What has run is not to be run again: its thread was interrupted. */
    synchronized void nothingMore() {
        nothingMore = true;
    }

    /** Whether nothing may be begun any more. */
    synchronized boolean over() {
        return nothingMore || ending != null || (lockLost != null && onLockLost == OnLockLost.STOP);
    }

    /** Whether the loss of the lock has stopped the command, or kept it from being started. */
    synchronized boolean stopped() {
        return lockLost != null && onLockLost == OnLockLost.STOP;
    }
}
