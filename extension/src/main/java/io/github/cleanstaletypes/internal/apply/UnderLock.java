package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.LockHolders;
import io.github.cleanstaletypes.internal.lock.LockTimeoutException;
import io.github.cleanstaletypes.internal.lock.Polling;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a piece of work in a transaction that holds the advisory lock, polling for the lock as long as it may. Not thread-safe. */
final class UnderLock {

    private static final Duration POLL = Duration.ofMillis(100);

    /** After about a second another transaction follows: no limit that somebody has set for one is shorter. */
    private static final int TURNS = 10;

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
        return run(mode, 1, work);
    }

    /**
     * Likewise.
     *
     * @param waits how many waits in a row there may be while a lock is held
     */
    <T> T run(Transaction mode, int waits, Transaction.Work<T> work) throws SQLException {
        Polling polling = new Polling(lockWait, POLL);
        for (boolean first = true; ; first = false) {
            Attempt attempt = first ? c -> AdvisoryLock.covers(c, guard) : c -> tryForAWhile(c, polling);
            Optional<T> done = mode.batched(
                    connection,
                    c -> begin(mode, waits, c) || attempt.succeeds(c) ? Optional.of(work.run(c)) : Optional.empty());
            if (done.isPresent()) {
                return done.get();
            }
            if (first) {
                progress.waitingForLock(LockHolders.of(connection), lockWait);
            } else if (polling.isOver()) {
                throw new LockTimeoutException(lockWait, LockHolders.of(connection));
            }
        }
    }

    /** Begins the transaction, sets its limits and tries to take the lock, in one round trip. */
    private static boolean begin(Transaction mode, int waits, Connection connection) throws SQLException {
        AtomicBoolean taken = new AtomicBoolean();
        Map<String, Object> values = new HashMap<>(Limits.of(waits));
        values.putAll(AdvisoryLock.VALUES);
        AdvisoryLock.addTo(Limits.addTo(mode.openingUnlimited(values)), taken).run(connection);
        return taken.get();
    }

    private interface Attempt {
        boolean succeeds(Connection connection) throws SQLException;
    }

    /**
     * Polls in one transaction, since all the time guards of parts of the database have to see that somebody waits for the whole. Between
     * two statements such a transaction has no snapshot, so that nobody waits for it.
     */
    private boolean tryForAWhile(Connection connection, Polling polling) throws SQLException {
        boolean announced = false;
        for (int turn = 1; ; turn++) {
            announced = announced || AdvisoryLock.announceWithin(connection);
            if (AdvisoryLock.tryWithin(connection, guard)) {
                return true;
            }
            if (turn == TURNS || !polling.again()) {
                return false;
            }
        }
    }
}
