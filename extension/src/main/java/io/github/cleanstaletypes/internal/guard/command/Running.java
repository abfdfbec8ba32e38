package io.github.cleanstaletypes.internal.guard.command;

import java.time.Duration;

/** What runs under the lock, as signals and the loss of the lock reach it. Can be shared between threads. */
public interface Running {

    /**
     * Passes a signal on, such as {@code TERM}.
     *
     * @return false if it has ended
     */
    boolean signal(String name);

    /**
     * Asks it to stop, and makes it stop after this time if it can be made to.
     *
     * @throws InterruptedException if the thread that waits for that is interrupted
     */
    void stop(Duration grace) throws InterruptedException;
}
