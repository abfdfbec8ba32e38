package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.lock.LockHolders;
import io.github.cleanstaletypes.internal.lock.Polling;
import io.github.cleanstaletypes.internal.reset.state.ResetNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Takes the advisory lock of whoever resets one database, in a maintenance database and until the end of the session. Stateless. */
final class ResetLock {

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private ResetLock() {}

    /**
     * Takes it, and waits for another one if need be.
     *
     * @throws ResetException if it is not free in time
     */
    static void take(Connection maintenance, ResetRequest request, ResetListener listener)
            throws InterruptedException, SQLException {
        long key = new ResetNames(request.name()).lockKey();
        Polling polling = new Polling(request.lockWait(), INTERVAL);
        boolean told = false;
        while (!AdvisoryLock.tryForSession(maintenance, key)) {
            List<LockHolder> holders = LockHolders.of(maintenance, key);
            if (!told && !polling.isOver() && !holders.isEmpty()) {
                listener.waitingForLock(holders, request.lockWait());
                told = true;
            }
            if (!polling.again()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted while waiting for another reset");
                }
                throw new ResetException("another reset of \"" + request.name() + "\" has been at work for "
                        + request.lockWait().toSeconds() + " s: its lock is held by " + LockHolder.inWords(holders)
                        + " (advisory lock " + key + "); nothing was changed");
            }
        }
    }
}
