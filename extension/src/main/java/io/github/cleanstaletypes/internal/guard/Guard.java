package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.connect.DatabaseUnavailableException;
import io.github.cleanstaletypes.internal.guard.command.Signals;
import io.github.cleanstaletypes.internal.guard.live.GivingWay;
import io.github.cleanstaletypes.internal.guard.report.ExitStatus;
import io.github.cleanstaletypes.internal.guard.report.GuardException;
import io.github.cleanstaletypes.internal.guard.report.GuardReport;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.guard.session.GuardConnections;
import io.github.cleanstaletypes.internal.guard.session.GuardWaits;
import io.github.cleanstaletypes.internal.guard.session.Heartbeat;
import io.github.cleanstaletypes.internal.guard.session.LockQueue;
import io.github.cleanstaletypes.internal.guard.session.LockSession;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.LockName;
import io.github.cleanstaletypes.internal.lock.LockRequest;
import io.github.cleanstaletypes.internal.run.RunFailedException;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs one command, or one piece of code, under the lock: waits for the database, for the lock and for predecessors to be gone, cleans, runs
 * it, and gives the lock back. Receives the process's signals meanwhile, if that is a command. One object runs one, once.
 */
public final class Guard {

    /** The guard around sees to its lock. */
    private static final GuardedRuns.UnderLock AROUND = new GuardedRuns.UnderLock() {
        @Override
        public void check() {
            // it would have stopped this one
        }

        @Override
        public void clearAway() {
            // its command is still running
        }
    };

    private final Guarded guarded;
    private final GuardWaits waits;
    private final Narrator narrator;
    private final GuardConnections sessions;
    private final Control control;
    private final GuardedRuns attempts;
    private boolean interrupted;

    /** Creates a guard that the calling thread is to run. */
    public Guard(GuardSettings settings, Narrator narrator) {
        this(
                settings,
                new GuardConnections(
                        settings.database(), settings.lock(), settings.runs().waits(), narrator),
                narrator);
    }

    private Guard(GuardSettings settings, GuardConnections sessions, Narrator narrator) {
        this(
                new GuardedCommand(settings, sessions, narrator),
                settings.runs(),
                sessions,
                narrator,
                new GivingWay(settings.givesWay(), settings.live().pause(), new SplittableRandom()));
    }

    Guard(Guarded guarded, RunSettings settings, GuardConnections sessions, Narrator narrator, GivingWay givingWay) {
        this.guarded = guarded;
        this.waits = settings.waits();
        this.narrator = narrator;
        this.sessions = sessions;
        this.control =
                new Control(Thread.currentThread(), sessions::abort, settings.onLockLost(), waits.stop(), narrator);
        this.attempts = new GuardedRuns(settings, guarded, narrator, sessions, control, givingWay);
    }

    /** Runs the command to its end, and receives the process's signals meanwhile. */
    public GuardReport run() {
        try (Signals signals = new Signals()) {
            return run(signals::receive);
        }
    }

    /**
     * Runs what is guarded to its end.
     *
     * @param signals is told who receives the signals from then on
     */
    GuardReport run(Consumer<Consumer<String>> signals) {
        try {
            signals.accept(control::received);
            return report(status(), error(), null);
        } catch (GuardException e) {
            return failed(e.status(), String.valueOf(e.getMessage()), null);
        } catch (DatabaseUnavailableException e) {
            return failed(ExitStatus.OWN_FAILURE, String.valueOf(e.getMessage()), e.failure());
        } catch (RunFailedException e) {
            return control.brokenOff()
                    ? interrupted()
                    : failed(ExitStatus.OWN_FAILURE, String.valueOf(e.getMessage()), null);
        } catch (SQLException e) {
            // a connection that a signal has broken off has failed, too
            return control.brokenOff()
                    ? interrupted()
                    : failed(ExitStatus.OWN_FAILURE, "the database failed: " + ErrorLine.of(e), null);
        } catch (InterruptedException e) {
            interrupted = true;
            return interrupted();
        } finally {
            // the report tells of it, and a file could not be written by a thread that is still interrupted
            interrupted |= Thread.interrupted();
        }
    }

    /** Whether the guard's thread was interrupted by somebody else than the guard. */
    boolean wasInterrupted() {
        return interrupted && control.lockLost() == null;
    }

    /** Whether the loss of the lock has stopped what ran, or kept it from being started. */
    boolean stopped() {
        return control.stopped();
    }

    private GuardReport failed(int status, String why, @Nullable ConnectionFailure failure) {
        return report(status, why, failure);
    }

    private GuardReport report(int status, @Nullable String error, @Nullable ConnectionFailure failure) {
        return new GuardReport(
                status,
                error,
                failure,
                guarded.proof().orElse(null),
                Optional.ofNullable(attempts.cleanup()),
                attempts.made(),
                guarded.waits());
    }

    private GuardReport interrupted() {
        String signal = control.ending();
        if (signal != null) {
            return failed(
                    ExitStatus.SIGNAL + Signals.number(signal), "ended by SIG" + signal + " " + attempts.when(), null);
        }
        String why = control.lockLost();
        return failed(
                ExitStatus.OWN_FAILURE,
                (why == null ? "interrupted" : "the lock was lost") + " " + attempts.when()
                        + (why == null ? "" : ": " + why),
                null);
    }

    private @Nullable String error() {
        return control.stopped() ? "the lock was lost (" + control.lockLost() + "), so the command was stopped" : null;
    }

    private int status() throws DatabaseUnavailableException, InterruptedException, SQLException {
        guarded.check();
        LockRequest request = guarded.request();
        for (GuardToken around : guarded.around()) {
            Optional<GuardToken> outer = sessions.holding(around);
            if (outer.isPresent() && request.isCoveredBy(outer.get())) {
                narrator.step("inside another guard, which holds the lock", Duration.ZERO);
                guarded.inside(outer.get());
                return attempts.run(outer.get(), AROUND);
            }
            if (outer.isPresent()) {
                narrator.warn("inside a guard of another name, which goes on holding its lock");
                request = request.withinAnother();
            }
        }
        LockQueue queue = new LockQueue(sessions, request, waits, narrator);
        long start = System.nanoTime();
        int status;
        try (LockSession session = queue.locked()) {
            LockName name = guarded.request().name();
            narrator.step(
                    "lock taken in database " + session.identity().name()
                            + (name == null ? "" : " for the name " + name.text()),
                    Narrator.since(start));
            start = System.nanoTime();
            status = underLock(queue, session);
        }
        if (control.lockLost() == null) {
            narrator.step("lock released, held", Narrator.since(start));
        }
        return status;
    }

    private int underLock(LockQueue queue, LockSession session) throws InterruptedException, SQLException {
        guarded.under(session);
        long start = System.nanoTime();
        int ended = queue.fence(session, false);
        narrator.step(
                ended == 0 ? "no predecessor is connected" : "predecessors are gone: " + ended, Narrator.since(start));
        try (Heartbeat heartbeat = new Heartbeat(
                session, queue.passedOver(), waits.heartbeat(), narrator, control.asking(), control::lost)) {
            heartbeat.start();
            int status = attempts.run(session.token(), lock(queue, session));
            return control.stopped() ? ExitStatus.OWN_FAILURE : status;
        }
    }

    /** A guard that was paused until here may have lost it, and its heart not have beaten yet. */
    private static GuardedRuns.UnderLock lock(LockQueue queue, LockSession session) {
        return new GuardedRuns.UnderLock() {
            @Override
            public void check() throws SQLException {
                session.leadsNow();
            }

            @Override
            public void clearAway() throws InterruptedException, SQLException {
                queue.fence(session, true);
            }
        };
    }
}
