package io.github.cleanstaletypes.internal.lock;

import java.time.Duration;
import java.util.List;

/** Somebody else held the advisory lock for all the time that the run was ready to wait. */
public final class LockTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param holders who held it in the end */
    public LockTimeoutException(Duration waited, List<LockHolder> holders) {
        super("another clean or guard has been at work on this database for " + waited.toSeconds()
                + " s: the lock is held by " + LockHolder.inWords(holders) + " (advisory lock " + AdvisoryLock.KEY
                + "); nothing was changed after that");
    }
}
