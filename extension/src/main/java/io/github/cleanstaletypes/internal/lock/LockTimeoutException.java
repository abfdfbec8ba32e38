package io.github.cleanstaletypes.internal.lock;

import java.time.Duration;

/** Somebody else held the advisory lock for all the time that the run was ready to wait. */
public final class LockTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LockTimeoutException(Duration waited) {
        super("another clean or guard has been at work on this database for " + waited.toSeconds()
                + " s (advisory lock " + AdvisoryLock.KEY + "); nothing was changed after that");
    }
}
