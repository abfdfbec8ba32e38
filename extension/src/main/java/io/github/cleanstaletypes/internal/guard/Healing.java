package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.guard.session.Creators;
import io.github.cleanstaletypes.internal.guard.session.GuardConnections;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.internal.run.LockWatch;
import io.github.cleanstaletypes.internal.run.RunFailedException;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets types aside that an error claims, so that the command can run again, and settles afterwards what becomes of them: only what
 * turns out to have been in the way is dropped. An invalid index is dropped at once. Not thread-safe.
 */
final class Healing {

    private final GuardConnections sessions;
    private final Narrator narrator;
    private final Progress progress;
    private final Duration creatorsWait;
    private final List<Result> dropped = new ArrayList<>();
    private boolean pending;

    Healing(GuardConnections sessions, Narrator narrator, Progress progress, Duration creatorsWait) {
        this.sessions = sessions;
        this.narrator = narrator;
        this.progress = progress;
        this.creatorsWait = creatorsWait;
    }

    /** Whether a type is set aside. */
    boolean pending() {
        return pending;
    }

    /** What was dropped at once. */
    List<Result> dropped() {
        return List.copyOf(dropped);
    }

    /** Sets it aside, or drops it; false if it has to stay. */
    boolean heal(SqlName name, GuardToken token) throws InterruptedException {
        try (Connection connection = sessions.looks().underToken(token)) {
            Creators.await(connection, token, creatorsWait, narrator);
            Result result = Cleaner.on(connection)
                    .underGuard(token)
                    .reportingTo(progress)
                    .forGuard()
                    .heal(name)
                    .orElse(null);
            if (result == null || !result.outcome().healed()) {
                narrator.warn(name + " stays, and the command is not run again: "
                        + (result == null ? "it is gone, or used by now" : result.why()));
                return false;
            }
            if (result.outcome() == Outcome.QUARANTINED) {
                pending = true;
                narrator.warn(name + " is set aside until the command has run again. " + result.why());
            } else {
                dropped.add(result);
                narrator.warn("the invalid index " + name + " is dropped");
            }
            narrator.statements("what would create it anew:", result.undo().orElse(""));
            narrator.warn(
                    "what the command had committed before it failed stays; it is run once more, from its beginning");
            return true;
        } catch (SQLException e) {
            narrator.warn(name + " could not be taken out of the way: " + ErrorLine.of(e));
        } catch (RunFailedException e) {
            narrator.warn(name + " could not be taken out of the way: " + e.getMessage());
        }
        return false;
    }

    /** Settles what becomes of all that is set aside, if anything is. */
    Optional<CleanupReport> settle(boolean succeeded, GuardToken token) {
        if (!pending) {
            return Optional.empty();
        }
        // whoever is to end ends after this: it takes a moment, and an application may be waiting for the name
        boolean interrupted = Thread.interrupted();
        try (Connection connection = sessions.looks().underToken(token)) {
            CleanupReport report = Cleaner.on(connection)
                    .underGuard(token)
                    .waitingForLock(Duration.ZERO)
                    .reportingTo(progress)
                    .forGuard()
                    .settle(succeeded);
            report.results().forEach(this::tell);
            pending = false;
            return Optional.of(report);
        } catch (SQLException e) {
            left(ErrorLine.of(e));
        } catch (RunFailedException e) {
            left(String.valueOf(e.getMessage()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return Optional.empty();
    }

    /** Frees the lock rows of migration tools that the command has left behind, now that none of its processes is there. */
    Optional<CleanupReport> freeLocks(LockWatch before, GuardToken token) {
        boolean interrupted = Thread.interrupted();
        try (Connection connection = sessions.looks().underToken(token)) {
            CleanupReport report = Cleaner.on(connection)
                    .underGuard(token)
                    .waitingForLock(Duration.ZERO)
                    .reportingTo(progress)
                    .forGuard()
                    .freeLocksSince(before, interrupted ? Duration.ZERO : creatorsWait);
            report.results().forEach(this::tell);
            return Optional.of(report);
        } catch (SQLException e) {
            narrator.warn("whether the command has left a lock row behind could not be looked at: " + ErrorLine.of(e));
        } catch (RunFailedException e) {
            narrator.warn("whether the command has left a lock row behind could not be looked at: " + e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return Optional.empty();
    }

    private void left(String why) {
        narrator.warn("what was set aside stays so: " + why + "; the next guard, clean or restore sees to it");
    }

    private void tell(Result result) {
        if (!result.outcome().healed()) {
            narrator.warn(result.finding().title() + ": " + result.explanation() + " " + result.remedy());
        }
    }
}
