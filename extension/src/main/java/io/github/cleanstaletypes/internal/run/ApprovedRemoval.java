package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.apply.Applier;
import io.github.cleanstaletypes.internal.apply.Results;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.finding.InvalidIndex;
import io.github.cleanstaletypes.internal.finding.UnusedType;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.Polling;
import io.github.cleanstaletypes.internal.plan.Action;
import io.github.cleanstaletypes.internal.plan.Plan;
import io.github.cleanstaletypes.internal.plan.Planner;
import io.github.cleanstaletypes.internal.plan.Settlement;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.report.ClaimSource;
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
 * Takes out of the way what an error claims: sets a type aside, and settles what becomes of it when the command has run again; drops an
 * invalid index, which nobody can miss.
 */
final class ApprovedRemoval {

    /** The session of a command that has just ended may be there for a moment. */
    private static final Duration DEPARTURE = Duration.ofMillis(500);

    private static final Duration POLL = Duration.ofMillis(20);

    private final Connection connection;
    private final Settings settings;
    private final GuardToken guard;
    private final Applier applier;

    ApprovedRemoval(Connection connection, Settings settings) {
        this.connection = connection;
        this.settings = settings;
        this.guard = settings.guard().orElseThrow(() -> new IllegalStateException("only a guard sets types aside"));
        this.applier = new Applier(connection, settings.lockWait(), settings.progress(), settings.guard());
    }

    /** Renames an unused type, or drops an invalid index, that has this name and may be removed; empty if there is none. */
    Optional<Result> heal(SqlName name) throws SQLException {
        Inspection now = new OthersCreations(connection, applier)
                .leaveOut(inspect(new Claims(List.of(new Claim(name, ClaimSource.ERROR)), false, List.of(), false)));
        Planner planner = new Planner(settings.preparedToRollBack(), null).within(guard.random());
        for (Step step : planner.plan(now.findings()).steps()) {
            if (step.finding().claim() == null) {
                continue;
            }
            if (step.finding() instanceof UnusedType unused) {
                return Optional.of(
                        step.action() == Action.REMOVE
                                ? applier.setAside(unused, guard)
                                : Results.unapplied(step, true));
            }
            if (step.finding() instanceof InvalidIndex) {
                return Optional.of(applier.apply(new Plan(List.of(step))).get(0));
            }
        }
        return Optional.empty();
    }

    /** Drops what was in the way, and gives the rest its names back. */
    CleanupReport settle(boolean succeeded) throws SQLException {
        Inspection now = inspect(Claims.NONE);
        List<Result> results = new ArrayList<>();
        for (Step step :
                Settlement.of(now.findings(), guard.random(), succeeded).steps()) {
            results.add(
                    step.action() == Action.NOTE && step.finding() instanceof UnusedType unused
                            ? applier.keep(unused, guard)
                            : apply(step));
        }
        return new CleanupReport(
                now.snapshot().server().database(),
                now.snapshot().server().version(),
                results,
                List.of(),
                NotLookedAt.of(now, List.of()));
    }

    private Result apply(Step step) throws SQLException {
        Polling polling = new Polling(DEPARTURE, POLL);
        while (true) {
            Result result = applier.apply(new Plan(List.of(step))).get(0);
            boolean waits =
                    step.action() == Action.DISCARD && (result.outcome() == Outcome.NOTED || CleanupRun.busy(result));
            if (!waits || !polling.again()) {
                return result;
            }
        }
    }

    private Inspection inspect(Claims claims) throws SQLException {
        return Inspection.of(
                connection, settings.with(change -> change.claims(claims).migrations(List.of())));
    }
}
