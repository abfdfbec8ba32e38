package io.github.cleanstaletypes.guard;

import io.github.cleanstaletypes.CleanupReport;
import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.StaleTypesException;
import io.github.cleanstaletypes.apply.AdvisoryLock;
import io.github.cleanstaletypes.apply.GuardToken;
import io.github.cleanstaletypes.catalog.Creator;
import io.github.cleanstaletypes.connect.ConnectionFailure;
import io.github.cleanstaletypes.connect.DatabaseUnavailableException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs one command under the lock: waits for the database, for the lock and for predecessors to be gone, cleans, runs the command, and
 * gives the lock back. Receives the process's signals meanwhile. One object runs one command, once.
 */
public final class Guard {

    private final GuardSettings settings;
    private final Narrator narrator;
    private final Sessions sessions;
    private final Control control;
    private @Nullable CleanupReport cleanup;

    /** Of the calling thread, which then runs it. */
    public Guard(GuardSettings settings, Narrator narrator) {
        this.settings = settings;
        this.narrator = narrator;
        this.sessions = new Sessions(settings, narrator);
        this.control = new Control(
                Thread.currentThread(), settings.onLockLost(), settings.waits().stop(), narrator);
    }

    /** Runs it to the end. */
    public GuardReport run() {
        try (Signals signals = new Signals()) {
            signals.receive(control::received);
            return new GuardReport(status(), error(), null, Optional.ofNullable(cleanup));
        } catch (GuardException e) {
            return failed(e.status(), String.valueOf(e.getMessage()), null);
        } catch (DatabaseUnavailableException e) {
            return failed(ExitStatus.OWN_FAILURE, String.valueOf(e.getMessage()), e.failure());
        } catch (StaleTypesException e) {
            return failed(ExitStatus.OWN_FAILURE, String.valueOf(e.getMessage()), null);
        } catch (SQLException e) {
            return failed(ExitStatus.OWN_FAILURE, "the database failed: " + Words.of(e), null);
        } catch (InterruptedException e) {
            return interrupted();
        }
    }

    private GuardReport failed(int status, String why, @Nullable ConnectionFailure failure) {
        return new GuardReport(status, why, failure, Optional.ofNullable(cleanup));
    }

    private GuardReport interrupted() {
        String signal = control.ending();
        if (signal != null) {
            return failed(
                    ExitStatus.SIGNAL + Signals.number(signal),
                    "ended by SIG" + signal + " before the command was started",
                    null);
        }
        return failed(
                ExitStatus.OWN_FAILURE,
                "the lock was lost before the command was started: " + control.lockLost(),
                null);
    }

    private @Nullable String error() {
        return control.stopped() ? "the lock was lost (" + control.lockLost() + "), so the command was stopped" : null;
    }

    private int status() throws DatabaseUnavailableException, InterruptedException, SQLException {
        Programs.require(settings.program(), settings.environment().get("PATH"));
        Optional<GuardToken> outer = GuardToken.parse(settings.environment().get(GuardToken.VARIABLE));
        if (outer.isPresent() && isHeldBy(outer.get())) {
            narrator.warn("inside another guard, which holds the lock");
            return inside(outer.get());
        }
        Queue queue = new Queue(sessions, settings.waits().lock(), narrator);
        long start = System.nanoTime();
        try (LockSession session = queue.locked()) {
            narrator.step("lock taken in database " + session.identity().name(), since(start));
            return underLock(queue, session);
        }
    }

    private boolean isHeldBy(GuardToken outer) throws DatabaseUnavailableException, InterruptedException, SQLException {
        try (Connection connection = sessions.await()) {
            return AdvisoryLock.isHeldBy(connection, outer);
        }
    }

    private int inside(GuardToken outer) throws InterruptedException, SQLException {
        clean(outer);
        return run(Map.of(), false);
    }

    private int underLock(Queue queue, LockSession session) throws InterruptedException, SQLException {
        long start = System.nanoTime();
        int ended = queue.fence(session);
        narrator.step(ended == 0 ? "no predecessor is connected" : "predecessors are gone: " + ended, since(start));
        boolean options = !sessions.pooled() && session.looksAfterClients();
        try (Heartbeat heartbeat = new Heartbeat(session, settings.waits().heartbeat(), narrator, control::lost)) {
            heartbeat.start();
            clean(session.token());
            int status = run(CommandEnvironment.additions(session.token(), options, settings.environment()), true);
            return control.stopped() ? ExitStatus.OWN_FAILURE : status;
        }
    }

    private void clean(GuardToken token) throws InterruptedException, SQLException {
        long start = System.nanoTime();
        Duration wait = settings.waits().creators();
        try (Connection connection = sessions.underToken(token)) {
            List<Creator> left = Creators.await(connection, wait, narrator);
            if (!left.isEmpty()) {
                narrator.warn("a transaction is still creating something after " + wait.toSeconds()
                        + " s; the command is started nevertheless");
            }
            StaleTypes types = StaleTypes.on(connection).underGuard(token);
            cleanup = settings.cleaning().clean(types, left.isEmpty() ? wait : Duration.ZERO);
        }
        narrator.step(
                "cleaned: " + cleanup.cleaned() + " removed, " + cleanup.remaining() + " findings remain", since(start));
    }

    private int run(Map<String, String> additions, boolean ownGroup) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        narrator.step("starting " + settings.program(), Duration.ZERO);
        long start = System.nanoTime();
        ErrorTee tee = settings.capture() ? new ErrorTee(settings.stderr()) : null;
        CommandProcess command;
        try {
            command = CommandProcess.start(settings.command(), additions, ownGroup && settings.capture(), tee);
        } catch (IOException e) {
            throw new GuardException(
                    ExitStatus.NOT_EXECUTABLE, "'" + settings.program() + "' cannot be executed: " + e.getMessage());
        }
        control.started(command);
        int status = command.await();
        control.ended();
        narrator.step(settings.program() + " has exited with " + status, since(start));
        return status;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
