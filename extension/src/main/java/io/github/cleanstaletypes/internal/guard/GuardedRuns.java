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

    /** Before an attempt that is not the first: what the one before has left is to be gone. */
    interface Between {
        void attempts() throws InterruptedException, SQLException;
    }

    /**
     * Runs it until it succeeds, or fails in a way that another attempt does not mend.
     *
     * @return the exit status of the last attempt
     */
    int run(GuardToken token, Between between) throws InterruptedException, SQLException {
        boolean succeeded = false;
        try {
            int status = runs(token, between);
            succeeded = status == 0;
            return status;
        } finally {
            healing.settle(succeeded, token).ifPresent(settled -> addToCleanup(settled.results()));
            addToCleanup(healing.dropped());
        }
    }

    private int runs(GuardToken token, Between between) throws InterruptedException, SQLException {
        while (true) {
            clean(token);
            Attempt attempt = attempt(token);
            made.add(attempt);
            if (attempt.next() == Next.END) {
                freeLocks(token);
                return attempt.exitStatus();
            }
            between.attempts();
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
        try (Connection connection = sessions.underToken(token)) {
            List<Creator> left = Creators.await(connection, token, wait, narrator);
            if (!left.isEmpty()) {
                narrator.warn("a transaction is still creating something after " + wait.toSeconds()
                        + " s; the command is started nevertheless");
            }
            Cleaner types = Cleaner.on(connection).underGuard(token);
            report = settings.cleaning().clean(types, left.isEmpty() ? wait : Duration.ZERO);
            beforehand = CommittedSnapshot.now(connection);
            // beside others a row that appears can be another guard's command's
            locksBefore = settings.freeLocks() && !sessions.pooled() && token.name() == null ? types.lockWatch() : null;
            indexes = IndexWatch.begin(connection);
        }
        cleanup = report;
        narrator.step(
                "cleaned: " + report.cleaned() + " removed, " + report.remaining()
                        + (report.remaining() == 1 ? " finding remains" : " findings remain"),
                Narrator.since(start));
    }

    private Attempt attempt(GuardToken token) throws InterruptedException {
        control.starting();
        narrator.step("starting " + guarded.name(), Duration.ZERO);
        long start = System.nanoTime();
        processesGone = false;
        Ended ended = guarded.run(control);
        processesGone = ended.gone();
        Duration took = Narrator.since(start);
        narrator.step(guarded.name() + " has " + ended.words(), took);
        tellOfIndexes(token);
        return ended.status() == 0 || control.over()
                ? new Attempt(ended.status(), took, null, Next.END)
                : explained(ended, took, token);
    }

    private void tellOfIndexes(GuardToken token) throws InterruptedException {
        if (!control.answers()) {
            narrator.warn("the database does not answer; whether an index was left invalid is not known");
            return;
        }
        try (Connection connection = sessions.underToken(token)) {
            String whose = token.name() == null ? "" : "by this command or another name's: ";
            Objects.requireNonNull(indexes).end(connection).forEach(index -> narrator.warn(whose + index));
        } catch (SQLException e) {
            narrator.warn("whether an index was left invalid could not be looked at: " + ErrorLine.of(e));
        }
    }

    private Attempt explained(Ended ended, Duration took, GuardToken token) throws InterruptedException {
        long looking = System.nanoTime();
        Failure failure = ended.failure().orElse(null);
        if (failure == null) {
            narrator.unexplained(ended.unread());
            return new Attempt(ended.status(), took, null, Next.END);
        }
        Diagnosis diagnosis = decision.diagnose(failure, token, Objects.requireNonNull(beforehand));
        Next next = followed(diagnosis, token);
        narrator.step("explained", Narrator.since(looking));
        return new Attempt(ended.status(), took, diagnosis.explanation(), next);
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
