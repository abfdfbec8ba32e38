package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.connect.DatabaseUnavailableException;
import io.github.cleanstaletypes.internal.guard.command.CommandEnvironment;
import io.github.cleanstaletypes.internal.guard.command.Programs;
import io.github.cleanstaletypes.internal.guard.command.Signals;
import io.github.cleanstaletypes.internal.guard.live.CommandWatch;
import io.github.cleanstaletypes.internal.guard.proof.StartProof;
import io.github.cleanstaletypes.internal.guard.report.ExitStatus;
import io.github.cleanstaletypes.internal.guard.report.GuardException;
import io.github.cleanstaletypes.internal.guard.report.GuardReport;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.guard.session.GuardConnections;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs one command under the lock: waits for the database, for the lock and for predecessors to be gone, cleans, runs the command, and
 * gives the lock back. Receives the process's signals meanwhile. One object runs one command, once.
 */
public final class Guard {

    private final GuardSettings settings;
    private final Narrator narrator;
    private final GuardConnections sessions;
    private final Control control;
    private final CommandWatch live;
    private final CommandRuns attempts;
    private @Nullable StartProof proof;

    /** Creates a guard that the calling thread is to run. */
    public Guard(GuardSettings settings, Narrator narrator) {
        this.settings = settings;
        this.narrator = narrator;
        this.sessions = new GuardConnections(settings.database(), settings.lock(), settings.waits(), narrator);
        this.control = new Control(
                Thread.currentThread(),
                sessions::abort,
                settings.onLockLost(),
                settings.waits().stop(),
                narrator);
        this.live = new CommandWatch(
                sessions, narrator, settings.live(), settings.waits().heartbeat());
        this.attempts = new CommandRuns(settings, narrator, sessions, control, live);
    }

    /** Runs the command to its end. */
    public GuardReport run() {
        try (Signals signals = new Signals()) {
            return run(signals::receive);
        }
    }

    /**
     * Runs the command to its end.
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
            return interrupted();
        } finally {
            // the report tells of it, and a file could not be written by a thread that is still interrupted
            Thread.interrupted();
        }
    }

    private GuardReport failed(int status, String why, @Nullable ConnectionFailure failure) {
        return report(status, why, failure);
    }

    private GuardReport report(int status, @Nullable String error, @Nullable ConnectionFailure failure) {
        String proved = proof == null ? null : proof.inWords().orElse(null);
        return new GuardReport(
                status, error, failure, proved, Optional.ofNullable(attempts.cleanup()), attempts.made(), live.seen());
    }

    private GuardReport interrupted() {
        String signal = control.ending();
        if (signal != null) {
            return failed(
                    ExitStatus.SIGNAL + Signals.number(signal),
                    "ended by SIG" + signal + " before the command was started" + again(),
                    null);
        }
        return failed(
                ExitStatus.OWN_FAILURE,
                "the lock was lost before the command was started" + again() + ": " + control.lockLost(),
                null);
    }

    private String again() {
        return attempts.made().isEmpty() ? "" : " again";
    }

    private @Nullable String error() {
        return control.stopped() ? "the lock was lost (" + control.lockLost() + "), so the command was stopped" : null;
    }

    private int status() throws DatabaseUnavailableException, InterruptedException, SQLException {
        Programs.require(settings.program(), settings.environment().get("PATH"));
        LockRequest request = LockRequest.of(settings.lockName());
        Optional<GuardToken> inherited = GuardToken.parse(settings.environment().get(GuardToken.VARIABLE));
        Optional<GuardToken> outer = inherited.isEmpty() ? inherited : sessions.holding(inherited.get());
        if (outer.isPresent()) {
            if (request.isCoveredBy(outer.get())) {
                narrator.warn("inside another guard, which holds the lock");
                return inside(outer.get());
            }
            narrator.warn("inside a guard of another name, which goes on holding its lock");
            request = request.withinAnother();
        }
        LockQueue queue = new LockQueue(sessions, request, settings.waits(), narrator);
        long start = System.nanoTime();
        int status;
        try (LockSession session = queue.locked()) {
            LockName name = settings.lockName();
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

    private int inside(GuardToken outer) throws InterruptedException, SQLException {
        Map<String, String> additions =
                sessions.pooled() ? CommandEnvironment.unnamed(settings.environment()) : Map.of();
        return attempts.run(outer, additions, false, () -> {});
    }

    private int underLock(LockQueue queue, LockSession session) throws InterruptedException, SQLException {
        Map<String, String> additions = proved(session).additions();
        long start = System.nanoTime();
        int ended = queue.fence(session, false);
        narrator.step(
                ended == 0 ? "no predecessor is connected" : "predecessors are gone: " + ended, Narrator.since(start));
        try (Heartbeat heartbeat = new Heartbeat(
                session, queue.passedOver(), settings.waits().heartbeat(), narrator, control.asking(), control::lost)) {
            heartbeat.start();
            int status = attempts.run(session.token(), additions, true, () -> queue.fence(session, true));
            return control.stopped() ? ExitStatus.OWN_FAILURE : status;
        }
    }

    /** Before anything is changed or ended; behind a pooler the next client would inherit what a session of the command is called. */
    private CommandEnvironment proved(LockSession session) throws InterruptedException, SQLException {
        boolean direct = !sessions.pooled();
        if (!direct) {
            narrator.step(
                    "behind a pooler the command gets nothing of guard's in PGAPPNAME and PGOPTIONS", Duration.ZERO);
            if (settings.lockTimeout() != null) {
                narrator.warn("a pooler takes no PGOPTIONS: --command-lock-timeout does not reach the command");
            }
        }
        boolean options = direct && session.looksAfterClients();
        proof = new StartProof(sessions, session, narrator);
        return proof.prove(CommandEnvironment.of(
                session.token(), settings.environment(), direct, options, direct ? settings.lockTimeout() : null));
    }
}
