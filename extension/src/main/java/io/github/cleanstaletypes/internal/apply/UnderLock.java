package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.LockTimeoutException;
import io.github.cleanstaletypes.internal.lock.Polling;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Runs a piece of work in a transaction that holds the advisory lock, polling for the lock as long as it may. Not thread-safe. */
final class UnderLock {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Connection connection;
    private final Duration lockWait;
    private final Progress progress;
    private final Optional<GuardToken> guard;

    UnderLock(Connection connection, Duration lockWait, Progress progress, Optional<GuardToken> guard) {
        this.connection = connection;
        this.lockWait = lockWait;
        this.progress = progress;
        this.guard = guard;
    }

    /** @throws LockTimeoutException if somebody else held the lock all the time */
    <T> T run(Transaction mode, Transaction.Work<T> work) throws SQLException {
        Polling polling = new Polling(lockWait, POLL);
        boolean told = false;
        while (true) {
            Optional<T> done = mode.run(
                    connection,
                    c -> AdvisoryLock.tryWithin(c, guard) ? Optional.of(Limits.within(c, work)) : Optional.empty());
            if (done.isPresent()) {
                return done.get();
            }
            if (!told) {
                progress.waitingForLock(AdvisoryLock.holders(connection), lockWait);
                told = true;
            }
            if (!polling.again()) {
                throw new LockTimeoutException(lockWait, AdvisoryLock.holders(connection));
            }
        }
    }
}
