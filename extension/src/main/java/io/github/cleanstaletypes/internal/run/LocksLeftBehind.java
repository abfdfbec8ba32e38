package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.apply.Applier;
import io.github.cleanstaletypes.internal.apply.Results;
import io.github.cleanstaletypes.internal.catalog.ActivityReader;
import io.github.cleanstaletypes.internal.catalog.ConnectedSession;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.internal.finding.UnfinishedMigration;
import io.github.cleanstaletypes.internal.lock.Polling;
import io.github.cleanstaletypes.internal.plan.Action;
import io.github.cleanstaletypes.internal.plan.Planner;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Frees the lock rows that a guard's command has written and left behind. */
final class LocksLeftBehind {

    /** The session of a command that has just ended may be there for a moment. */
    private static final Duration POLL = Duration.ofMillis(100);

    private final Connection connection;
    private final Settings settings;

    LocksLeftBehind(Connection connection, Settings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    CleanupReport free(LockWatch before, Duration atMost) throws SQLException {
        Inspection now = inspect();
        List<Result> results = new ArrayList<>();
        List<Step> steps = new Planner(Set.of(), null)
                .freeing(true).plan(now.findings()).steps().stream()
                        .filter(step -> isNew(step.finding(), before))
                        .toList();
        List<ConnectedSession> newcomers = steps.isEmpty() ? List.of() : awaited(before, atMost);
        Applier applier = new Applier(connection, settings.lockWait(), settings.progress(), settings.guard());
        for (Step step : steps) {
            if (step.action() != Action.FREE) {
                results.add(Results.unapplied(step, true));
            } else if (newcomers.isEmpty()) {
                results.add(applier.free(
                        step,
                        c -> before.newcomers(ActivityReader.sessionsWithin(c)).isEmpty()));
            } else {
                results.add(Results.refused(
                        step.finding(),
                        Refusal.CONNECTED,
                        "Not freed, because sessions that have begun since may be the command's: "
                                + newcomers.stream()
                                        .map(ConnectedSession::inWords)
                                        .collect(Collectors.joining("; "))
                                + "."));
            }
        }
        return new CleanupReport(
                now.snapshot().server().database(),
                now.snapshot().server().version(),
                results,
                List.of(),
                NotLookedAt.of(now, List.of()));
    }

    private static boolean isNew(CatalogFinding finding, LockWatch before) {
        return finding instanceof UnfinishedMigration unfinished
                && unfinished.canBeFreed()
                && unfinished.rows().stream().noneMatch(before::wasThere);
    }

    /** Waits for those who have connected since; returns who is still there. */
    private List<ConnectedSession> awaited(LockWatch before, Duration atMost) throws SQLException {
        Polling polling = new Polling(atMost, POLL);
        while (true) {
            List<ConnectedSession> newcomers =
                    before.newcomers(ActivityReader.readWithSessions(connection).sessions());
            if (newcomers.isEmpty() || !polling.again()) {
                return newcomers;
            }
        }
    }

    private Inspection inspect() throws SQLException {
        return Inspection.of(
                connection,
                settings.with(change ->
                        change.claims(Claims.NONE).migrations(List.of()).freeLocks(true, settings.quietTime())));
    }
}
