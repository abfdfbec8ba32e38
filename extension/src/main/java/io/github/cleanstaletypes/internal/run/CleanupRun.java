package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.apply.Applier;
import io.github.cleanstaletypes.internal.apply.Results;
import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.plan.Plan;
import io.github.cleanstaletypes.internal.plan.Planner;
import io.github.cleanstaletypes.internal.plan.Settlement;
import io.github.cleanstaletypes.internal.sql.Transaction;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Probe;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.report.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** One run on one connection: inspect, plan, apply; wait for creators in between; and once more if somebody else moved. */
final class CleanupRun {

    private final Connection connection;
    private final Settings settings;
    private final Looks looks;
    private Planner planner;
    private final Applier applier;
    private final CreatorWait settling;
    private final WriterWait writers;

    CleanupRun(Connection connection, Settings settings) {
        this.connection = connection;
        this.settings = settings;
        this.planner = new Planner(settings.preparedToRollBack(), settings.endIdleAfter())
                .freeing(settings.freeLocks())
                .within(settings.guard().map(GuardToken::random).orElse(null));
        this.looks = new Looks(connection, settings);
        this.applier = new Applier(
                connection, settings.lockWait(), settings.progress(), settings.guard(), settings.quietTime());
        this.settling = new CreatorWait(connection, settings, looks, planner, applier);
        this.writers = new WriterWait(connection, settings, applier);
    }

    CleanupReport check() throws SQLException {
        Inspection inspection = inspect();
        leaveToOthers(inspection);
        return report(inspection, unapplied(planner.plan(inspection.findings()), false));
    }

    CleanupReport clean() throws SQLException {
        Inspection first = looks.first();
        leaveToOthers(first);
        if (settings.dryRun()) {
            first = enough(first);
            List<Probe> untried = NameProbes.untried(settings, first);
            List<Result> planned = unapplied(planner.plan(first.findings()), true);
            return report(first, planned, untried, NotLookedAt.untried(untried));
        }
        requireWritable(first);
        NameProbes probing = new NameProbes(connection, settings, settled(first));
        Inspection settled = probing.run();
        Collection<Result> applied = applyUntilSettled(settled);
        List<CatalogFinding> met = probing.afterRemovals();
        List<Result> results = new ArrayList<>(settling.results(first, settled));
        applied.stream()
                .filter(result -> !settling.told(result) && !betterKnown(result, met))
                .forEach(results::add);
        results.addAll(unapplied(planner.afterEnding().plan(met), false));
        return report(probing.last(), results, probing.probes(), NotLookedAt.untried(probing.probes()));
    }

    private Inspection settled(Inspection first) throws SQLException {
        Inspection settled = settling.settle(first);
        return tooLittle(settled) ? settling.settle(full()) : settled;
    }

    /** The same, or all that can be seen, if what was seen of the claimed names is to be changed or needs attention. */
    private Inspection enough(Inspection inspection) throws SQLException {
        return tooLittle(inspection) ? full() : inspection;
    }

    private boolean tooLittle(Inspection inspection) {
        return Looks.isTooLittle(inspection, planner.plan(inspection.findings()));
    }

    private Inspection full() throws SQLException {
        Inspection full = looks.full();
        leaveToOthers(full);
        return full;
    }

    CleanupReport restore() throws SQLException {
        Inspection inspection = inspect();
        leaveToOthers(inspection);
        if (!settings.dryRun()) {
            requireWritable(inspection);
        }
        Plan plan = planner.restoration(inspection.findings());
        return report(inspection, settings.dryRun() ? unapplied(plan, true) : applier.apply(plan));
    }

    /** What a guard of another name has set aside is that one's business while it is at work. */
    private void leaveToOthers(Inspection inspection) throws SQLException {
        if (inspection.findings().stream()
                .anyMatch(finding -> Settlement.approval(finding).isPresent())) {
            planner = planner.beside(
                    Transaction.READS.run(connection, c -> applier.neighbours().guards(c)).stream()
                            .flatMap(holder -> holder.guard().stream())
                            .map(GuardToken::random)
                            .collect(Collectors.toSet()));
        }
    }

    /**
     * What was freed by a removal is looked at again (an enum that only a stale composite used), and so is, once, what somebody else was
     * at when it was to be changed; after that it is left.
     */
    private Collection<Result> applyUntilSettled(Inspection first) throws SQLException {
        Map<Identity, Result> settled = new LinkedHashMap<>();
        Inspection inspection = settling.unhindered(first);
        for (boolean patient = true; ; patient = false) {
            Plan plan = planner.afterEnding().plan(inspection.findings());
            writers.await(plan);
            List<Result> results = applier.apply(plan, inspection.snapshot().seen());
            boolean healed = false;
            for (Result result : results) {
                if (result.outcome().healed()) {
                    healed |= settled.putIfAbsent(Identity.of(result), result) == null;
                }
            }
            boolean freed = healed && results.stream().anyMatch(CleanupRun::inUse);
            if (!freed && !(patient && results.stream().anyMatch(CleanupRun::busy))) {
                unlessGone(results).forEach(result -> settled.putIfAbsent(Identity.of(result), result));
                return settled.values();
            }
            inspection = settling.settle(inspect());
        }
    }

    /** Whether a try has shown since what this is: a creation that held a name. */
    private static boolean betterKnown(Result result, List<CatalogFinding> met) {
        return result.outcome() == Outcome.NOTED
                && met.stream()
                        .anyMatch(finding -> finding.code() == result.finding().code()
                                && Objects.equals(
                                        finding.evidence().get("pid"),
                                        result.finding().evidence().get("pid")));
    }

    /** Leaves out what somebody else has removed while it was to be removed: nothing of it remains. */
    private List<Result> unlessGone(List<Result> results) throws SQLException {
        if (results.stream().noneMatch(CleanupRun::busy)) {
            return results;
        }
        Set<Identity> there = inspect().findings().stream()
                .map(finding -> Identity.of(finding))
                .collect(Collectors.toSet());
        return results.stream()
                .filter(result -> !busy(result) || there.contains(Identity.of(result.finding())))
                .toList();
    }

    /** Tells whether two looks found the same thing; a used type that became unused is another. */
    private record Identity(FindingCode code, Subject subject) {
        static Identity of(Result result) {
            return of(result.finding());
        }

        static Identity of(Finding finding) {
            return new Identity(finding.code(), finding.subject());
        }

        static Identity of(CatalogFinding finding) {
            return new Identity(finding.code(), finding.subject());
        }
    }

    private void requireWritable(Inspection inspection) throws SQLException {
        requirePrimary(inspection);
        if (inspection.snapshot().server().readOnly() || connection.isReadOnly()) {
            throw new RunFailedException(
                    "the session is read-only (default_transaction_read_only, or the driver's readOnly), and stays"
                            + " so: nothing was changed; check works here");
        }
    }

    private static void requirePrimary(Inspection inspection) {
        if (inspection.snapshot().server().inRecovery()) {
            throw new RunFailedException(
                    "the server is a standby, which takes no changes; run this on the primary (check works here)");
        }
    }

    static boolean busy(Result result) {
        return result.refusal() == Refusal.BUSY;
    }

    private static boolean inUse(Result result) {
        return result.finding().code() == FindingCode.TYPE_IN_USE;
    }

    private static List<Result> unapplied(Plan plan, boolean dryRun) {
        return plan.steps().stream()
                .map(step -> Results.unapplied(step, dryRun))
                .toList();
    }

    private Inspection inspect() throws SQLException {
        return looks.full();
    }

    /** Reports a run that has tried no name. */
    private CleanupReport report(Inspection inspection, List<Result> results) {
        boolean asked = !settings.toProbe(inspection.claims()).isEmpty();
        return report(inspection, results, List.of(), asked ? List.of(NotLookedAt.NOT_TRIED) : List.of());
    }

    private static CleanupReport report(
            Inspection inspection, List<Result> results, List<Probe> probes, List<String> untried) {
        return new CleanupReport(
                inspection.snapshot().server().database(),
                inspection.snapshot().server().version(),
                results,
                probes,
                NotLookedAt.of(inspection, untried),
                inspection.coverage());
    }
}
