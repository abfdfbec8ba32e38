package io.github.cleanstaletypes.internal.lock;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks again at intervals until a time is up. Not thread-safe. */
public final class Polling {

    private final long deadline;
    private final Duration interval;

    /**
     * @param atMost how long to go on, from now; zero means to ask once
     * @param interval how long to pause between two looks
     */
    public Polling(Duration atMost, Duration interval) {
        this.deadline = System.nanoTime() + atMost.toNanos();
        this.interval = interval;
    }

    /** Whether the time is up, or this thread was interrupted. */
    public boolean isOver() {
        return deadline - System.nanoTime() <= 0 || Thread.currentThread().isInterrupted();
    }

    /** Pauses, and returns true; or returns false at once if the time is up or this thread was interrupted. */
    public boolean again() {
        long left = deadline - System.nanoTime();
        if (left <= 0 || Thread.currentThread().isInterrupted()) {
            return false;
        }
        LockSupport.parkNanos(Math.min(left, interval.toNanos()));
        return !Thread.currentThread().isInterrupted();
    }
}
