package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.error.FailureReader;
import io.github.cleanstaletypes.internal.guard.command.Running;
import io.github.cleanstaletypes.internal.guard.proof.PoolProof;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.guard.session.GuardConnections;
import io.github.cleanstaletypes.internal.guard.session.LockSession;
import io.github.cleanstaletypes.internal.lock.CurrentGuards;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.LockRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Code of this JVM, which the guard's own thread runs. It is stopped by an interrupt, and cannot be made to stop. Only that is called by
 * other threads.
 */
final class GuardedCode<T extends @Nullable Object> implements Guarded, Running {

    private static final String NAME = "the migration";

    private final Callable<T> code;
    private final GuardConnections sessions;
    private final Narrator narrator;
    private @Nullable GuardToken token;
    private @Nullable T result;
    private @Nullable Throwable failure;
    private boolean started;
    private boolean interrupted;
    private @Nullable Thread running;

    GuardedCode(Callable<T> code, GuardConnections sessions, Narrator narrator) {
        this.code = code;
        this.sessions = sessions;
        this.narrator = narrator;
    }

    /** What it has returned; null if it has not. */
    @Nullable
    T result() {
        return result;
    }

    /** What it has thrown the last time; null if it has not. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Whether it has been run at all. */
    boolean started() {
        return started;
    }

    /** Whether its thread was interrupted while it ran, and not by the guard. */
    boolean wasInterrupted() {
        return interrupted;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void check() {
        // it is there
    }

    @Override
    public List<GuardToken> around() {
        return CurrentGuards.all();
    }

    @Override
    public LockRequest request() {
        return LockRequest.of(null);
    }

    @Override
    public void inside(GuardToken outer) {
        // its thread is under that one already
    }

    @Override
    public void under(LockSession session) throws InterruptedException, SQLException {
        PoolProof.prove(sessions, session, narrator);
        token = session.token();
    }

    @Override
    public Ended run(Control control) {
        begin();
        CurrentGuards.Entered entered = token == null ? null : CurrentGuards.enter(token);
        try {
            control.started(this);
            result = code.call();
            failure = null;
            return new Ended(0, "returned", Optional.empty(), false, false);
        } catch (Exception | Error e) {
            failure = e;
            return new Ended(1, "thrown " + e.getClass().getSimpleName(), FailureReader.read(e), false, false);
        } finally {
            if (entered != null) {
                entered.close();
            }
            end(control);
            control.ended();
        }
    }

    private synchronized void begin() {
        started = true;
        running = Thread.currentThread();
    }

    /** From now on it is not interrupted any more; what has interrupted it is not to end what the guard still has to do. */
    private synchronized void end(Control control) {
        running = null;
        if (Thread.interrupted() && !control.stopped()) {
            interrupted = true;
            control.nothingMore();
        }
    }

    /** Signals are the process's, and not this code's. */
    @Override
    public boolean signal(String name) {
        return false;
    }

    @Override
    public synchronized void stop(Duration grace) {
        if (running != null) {
            running.interrupt();
        }
    }
}
