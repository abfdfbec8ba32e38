package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;

/**
 * Looks after the lock while the command runs, and ends each time what another guard's command has opened since: one that outlived its
 * guard may connect late. A thread of its own.
 */
public final class Heartbeat implements AutoCloseable {

    /** How long a look that is under way may still take when all else is over. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(1);

    private final LockSession session;
    private final Duration interval;
    private final Narrator narrator;
    private final Lock asking;
    private final Consumer<String> lost;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Set<Integer> told;
    private final Thread thread;

    /**
     * @param known sessions that were told before
     * @param asking is held while an answer is awaited
     * @param lost is told once, by the heart's thread, why the lock is lost
     */
    public Heartbeat(
            LockSession session,
            Set<Integer> known,
            Duration interval,
            Narrator narrator,
            Lock asking,
            Consumer<String> lost) {
        this.asking = asking;
        this.session = session;
        this.told = new HashSet<>(known);
        this.interval = interval;
        this.narrator = narrator;
        this.lost = lost;
        this.thread = new Thread(this::beat, "heartbeat");
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void beat() {
        try {
            while (!end.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                tell(looked());
            }
        } catch (SQLException e) {
            if (end.getCount() > 0) {
                lost.accept(ErrorLine.of(e));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<FencedSession> looked() throws SQLException {
        asking.lock();
        try {
            return session.fenceLate();
        } finally {
            asking.unlock();
        }
    }

    private void tell(List<FencedSession> sessions) {
        List<FencedSession> fresh =
                sessions.stream().filter(session -> told.add(session.pid())).toList();
        FencedSession.endedOrNot(fresh, session.token(), "has connected again").forEach(narrator::warn);
    }

    /**
     * Stops, and returns when the session is no longer in use. A look whose answer does not come, or an interrupt, breaks the session off:
     * the server then takes the lock back by itself.
     */
    @Override
    public void close() {
        end.countDown();
        try {
            thread.join(LAST_LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            session.abort();
        }
    }
}
