package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.guard.proof.PoolProof;
import io.github.cleanstaletypes.internal.guard.report.GuardException;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.guard.session.ConnectionSource;
import io.github.cleanstaletypes.internal.guard.session.GuardConnections;
import io.github.cleanstaletypes.internal.guard.session.GuardWaits;
import io.github.cleanstaletypes.internal.guard.session.Heartbeat;
import io.github.cleanstaletypes.internal.guard.session.LockQueue;
import io.github.cleanstaletypes.internal.guard.session.LockSession;
import io.github.cleanstaletypes.internal.lock.CurrentGuards;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.LockRequest;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a database on a session of its own, for work that no guard can stand around: from now until it is released. Can be shared
 * between threads.
 */
public final class HeldLock {

    private final LockQueue queue;
    private final LockSession session;
    private final CurrentGuards.Entered entered;
    private final Heartbeat heartbeat;
    private volatile @Nullable String lost;

    private HeldLock(LockQueue queue, LockSession session, Duration interval, Narrator narrator) {
        this.queue = queue;
        this.session = session;
        this.entered = CurrentGuards.enter(session.token());
        this.heartbeat = new Heartbeat(
                session, queue.passedOver(), interval, narrator, new ReentrantLock(), why -> lost(why, narrator));
        heartbeat.start();
    }

    /** What works under it cannot be stopped; whoever reads the log is to know it when it happens. */
    private void lost(String why, Narrator narrator) {
        lost = why;
        narrator.warn("the lock is lost: " + why + "; another process may migrate from now on");
    }

    /**
     * Waits for the lock and for predecessors to be gone, and works under it in this thread.
     *
     * @return empty if the guard that this process descends from holds it already
     * @throws GuardException if it is not to be had
     */
    public static Optional<HeldLock> take(ConnectionSource database, GuardWaits waits, Narrator narrator)
            throws InterruptedException, SQLException {
        GuardConnections connections = new GuardConnections(database, null, waits, narrator);
        GuardToken outer = GuardToken.inherited().orElse(null);
        if (outer != null && connections.holding(outer).isPresent()) {
            return Optional.empty();
        }
        LockQueue queue = new LockQueue(connections, LockRequest.of(null), waits, narrator);
        LockSession session = queue.locked();
        try {
            PoolProof.prove(connections, session, narrator);
            queue.fence(session, false);
            return Optional.of(new HeldLock(queue, session, waits.heartbeat(), narrator));
        } catch (SQLException | InterruptedException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** Works under it in this thread too. */
    public void enter() {
        CurrentGuards.enter(entered);
    }

    /**
     * Gives it back.
     *
     * @throws GuardException if it was lost before
     */
    public void release() throws InterruptedException {
        entered.close();
        heartbeat.close();
        try (LockSession open = session) {
            queue.fence(open, false);
        } catch (SQLException e) {
            throw new GuardException(
                    "the lock was lost before it was given back, so another process may have migrated at"
                            + " the same time: " + Objects.requireNonNullElseGet(lost, () -> ErrorLine.of(e)));
        }
    }
}
