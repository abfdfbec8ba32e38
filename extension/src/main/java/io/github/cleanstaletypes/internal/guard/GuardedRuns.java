package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.Failure;
import io.github.cleanstaletypes.internal.guard.live.GivingWay;
import io.github.cleanstaletypes.internal.guard.report.Attempt;
import io.github.cleanstaletypes.internal.guard.report.Attempt.Next;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.guard.session.Creators;
import io.github.cleanstaletypes.internal.guard.session.GuardConnections;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.internal.run.IndexWatch;
import io.github.cleanstaletypes.internal.run.LockWatch;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cleans and runs what is guarded, and again if that is worth it. */
final class GuardedRuns {

    private final RunSettings settings;
    private final Guarded guarded;
    private final Narrator narrator;
    private final GuardConnections sessions;
    private final Control control;
    private final RetryDecision decision;
    private final Healing healing;
    private final GivingWay givingWay;
    private final List<Attempt> made = new ArrayList<>();
    private @Nullable CleanupReport cleanup;
    private @Nullable CommittedSnapshot beforehand;
    private @Nullable LockWatch locksBefore;
    private boolean processesGone;
    private int ended;
    private @Nullable IndexWatch indexes;

    GuardedRuns(
            RunSettings settings,
            Guarded guarded,
            Narrator narrator,
            GuardConnections sessions,
            Control control,
            GivingWay givingWay) {
        this.settings = settings;
        this.guarded = guarded;
        this.narrator = narrator;
        this.sessions = sessions;
        this.control = control;
        this.givingWay = givingWay;
        this.decision = new RetryDecision(sessions, narrator, settings.retries(), settings.heal(), givingWay);
        this.healing = new Healing(
                sessions, narrator, settings.progress(), settings.waits().creators());
    }

    List<Attempt> made() {
        return List.copyOf(made);
    }

    /** What the last cleaning found and did; null before the first. */
    @Nullable
    CleanupReport cleanup() {
        return cleanup;
    }

    /** What the guard's lock is needed for around each attempt. */
    interface UnderLock {
        /** Makes sure that it is still held, just before something starts under it. */
        void check() throws SQLException;

        /** Makes sure that what an attempt has left is gone, before the next one. */
        void clearAway() throws InterruptedException, SQLException;
    }

    /** At which point this is, for what is told of an end that came from outside. */
    String when() {
        boolean over = ended > made.size()
                || (!made.isEmpty() && made.get(made.size() - 1).next() == Next.END);
        return ended == 0
                ? "before the command was started"
                : over ? "after the command had ended" : "before the command was started again";
    }

    /**
     * Runs it until it succeeds, or fails in a way that another attempt does not mend.
     *
     * @return the exit status of the last attempt
     */
    int run(GuardToken token, UnderLock lock) throws InterruptedException, SQLException {
        boolean succeeded = false;
        try {
            int status = runs(token, lock);
            succeeded = status == 0;
            return status;
        } finally {
            healing.settle(succeeded, token).ifPresent(settled -> addToCleanup(settled.results()));
            addToCleanup(healing.dropped());
        }
    }

    private int runs(GuardToken token, UnderLock lock) throws InterruptedException, SQLException {
        while (true) {
            clean(token);
            Attempt attempt = attempt(token, lock);
            made.add(attempt);
            if (attempt.next() == Next.END) {
                freeLocks(token);
                return attempt.exitStatus();
            }
            lock.clearAway();
            freeLocks(token);
            givingWay.pause(narrator);
        }
    }

    /** A lock that is lost may be a successor's by now, and so may be the row. */
    private void freeLocks(GuardToken token) {
        if (locksBefore != null && processesGone && control.lockLost() == null) {
            healing.freeLocks(locksBefore, token).ifPresent(freed -> addToCleanup(freed.results()));
        }
    }

    private void addToCleanup(List<Result> more) {
        CleanupReport last = cleanup;
        if (last == null || more.isEmpty()) {
            return;
        }
        cleanup = new CleanupReport(
                last.database(),
                last.serverVersion(),
                Stream.concat(last.results().stream(), more.stream()).toList(),
                last.probes(),
                last.notLookedAt(),
                last.coverage());
    }

    private void clean(GuardToken token) throws InterruptedException, SQLException {
        long start = System.nanoTime();
        Duration wait = settings.waits().creators();
        CleanupReport report;
        try (Connection connection = sessions.looks().underToken(token)) {
            List<Creator> left = Creators.await(connection, token, wait, narrator);
            if (!left.isEmpty()) {
                narrator.warn("a transaction is still creating something after " + wait.toSeconds()
                        + " s; the command is started nevertheless");
            }
            Cleaner types = Cleaner.on(connection).underGuard(token);
            report = settings.cleaning().clean(types, left.isEmpty() ? wait : Duration.ZERO);
            beforehand = CommittedSnapshot.now(connection);
            // beside others a row that appears can be another guard's command's
            locksBefore = settings.freeLocks() && !sessions.pooled() && token.name() == null
                    ? types.forGuard().lockWatch()
                    : null;
            indexes = IndexWatch.begin(connection);
        }
        cleanup = report;
        narrator.step(
                "cleaned: " + report.cleaned() + " removed, " + report.remaining()
                        + (report.remaining() == 1 ? " finding remains" : " findings remain"),
                Narrator.since(start));
    }

    private Attempt attempt(GuardToken token, UnderLock lock) throws InterruptedException, SQLException {
        lock.check();
        sessions.looks().awaitRoom();
        control.starting();
        narrator.step("starting " + guarded.name(), Duration.ZERO);
        long start = System.nanoTime();
        processesGone = false;
        Ended run = guarded.run(control);
        ended++;
        processesGone = run.gone();
        Duration took = Narrator.since(start);
        narrator.step(guarded.name() + " has " + run.words(), took);
        if (run.status() != 0) {
            sessions.looks().takenByLock().ifPresent(why -> narrator.warn("if it could not connect: " + why));
        }
        tellOfIndexes(token);
        return run.status() == 0 || control.over()
                ? new Attempt(run.status(), took, null, Next.END)
                : explained(run, took, token);
    }

    private void tellOfIndexes(GuardToken token) throws InterruptedException {
        if (!control.answers()) {
            narrator.warn("the database does not answer; whether an index was left invalid is not known");
            return;
        }
        try (Connection connection = sessions.looks().underToken(token)) {
            String whose = token.name() == null ? "" : "by this command or another name's: ";
            Objects.requireNonNull(indexes).end(connection).forEach(index -> narrator.warn(whose + index));
        } catch (SQLException e) {
            narrator.warn("whether an index was left invalid could not be looked at: " + ErrorLine.of(e));
        }
    }

    private Attempt explained(Ended run, Duration took, GuardToken token) throws InterruptedException {
        long looking = System.nanoTime();
        Failure failure = run.failure().orElse(null);
        if (failure == null) {
            narrator.unexplained(run.unread());
            return new Attempt(run.status(), took, null, Next.END);
        }
        Diagnosis diagnosis = decision.diagnose(failure, token, Objects.requireNonNull(beforehand));
        Next next = followed(diagnosis, token);
        narrator.step("explained", Narrator.since(looking));
        return new Attempt(run.status(), took, diagnosis.explanation(), next);
    }

    /** Decides what follows, and tells it in the order in which it happens. */
    private Next followed(Diagnosis diagnosis, GuardToken token) throws InterruptedException {
        Next next = control.over() ? Next.END : decision.decide(diagnosis, healing.pending());
        narrator.explained(diagnosis.explanation(), next);
        SqlName inTheWay = diagnosis.choice().inTheWay();
        if (next == Next.HEAL && inTheWay != null && !healing.heal(inTheWay, token)) {
            next = Next.END;
            narrator.explained(diagnosis.explanation(), next);
        }
        return next;
    }
}
