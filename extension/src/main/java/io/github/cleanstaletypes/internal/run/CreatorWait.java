package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.apply.Applier;
import io.github.cleanstaletypes.internal.apply.Results;
import io.github.cleanstaletypes.internal.catalog.ActivityReader;
import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.finding.UncommittedCreation;
import io.github.cleanstaletypes.internal.lock.Polling;
import io.github.cleanstaletypes.internal.plan.Action;
import io.github.cleanstaletypes.internal.plan.Plan;
import io.github.cleanstaletypes.internal.plan.Planner;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Gets a database to where nobody creates anything in it: ends sessions that idle, if that was asked for, and waits for the others. Of
 * one run; not thread-safe.
 */
final class CreatorWait {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Connection connection;
    private final Settings settings;
    private final Looks looks;
    private final Planner planner;
    private final Applier applier;
    private final OthersCreations others;
    private final Map<String, Result> told = new LinkedHashMap<>();

    CreatorWait(Connection connection, Settings settings, Looks looks, Planner planner, Applier applier) {
        this.connection = connection;
        this.settings = settings;
        this.looks = looks;
        this.planner = planner;
        this.applier = applier;
        this.others = new OthersCreations(connection, applier);
    }

    /** Waits until those who were creating something are done, if names are claimed; then looks again. */
    Inspection settle(Inspection first) throws SQLException {
        Inspection now = others.leaveOut(endIdle(first));
        if (first.claims().isEmpty()) {
            return now;
        }
        Polling polling = new Polling(settings.creatorsWait(), POLL);
        boolean waiting = false;
        while (!sessions(now).isEmpty()) {
            if (!waiting) {
                settings.progress().waitingForCreators(sessions(now), settings.creatorsWait());
                waiting = true;
            }
            if (!moved(sessions(now), polling)) {
                return others.leaveOut(looks.again(now));
            }
            now = others.leaveOut(endIdle(looks.again(now)));
        }
        return now;
    }

    /** The same without what others are creating on other parts of the database, if it holds up nothing. */
    Inspection unhindered(Inspection inspection) throws SQLException {
        return others.leaveOut(inspection);
    }

    /** What is to be told of creations that are over by now, or that were to be ended and are not. */
    List<Result> results(Inspection first, Inspection settled) {
        Stream<Result> waitedFor = first.findings().stream()
                .filter(finding -> finding instanceof UncommittedCreation gone
                        && !told.containsKey(gone.creator().virtualTransaction())
                        && !others.isLeftOut(gone.creator())
                        && !anySame(settled.activity().creators(), gone.creator()))
                .map(finding -> Results.of(finding, Outcome.WAITED));
        return Stream.concat(waitedFor, told.values().stream()).toList();
    }

    /** Whether it has been told already what became of this creation. */
    boolean told(Result result) {
        return told.values().stream()
                .map(Result::finding)
                .anyMatch(finding -> finding.code() == result.finding().code()
                        && sameFact("pid", finding, result.finding())
                        && sameFact("xid", finding, result.finding()));
    }

    private static boolean sameFact(String name, Finding one, Finding other) {
        return Objects.equals(one.evidence().get(name), other.evidence().get(name));
    }

    private Inspection endIdle(Inspection now) throws SQLException {
        List<Step> steps = planner.plan(now.findings()).steps().stream()
                .filter(step ->
                        step.finding() instanceof UncommittedCreation creation && wantsEnding(step, creation.creator()))
                .toList();
        if (steps.isEmpty()) {
            return now;
        }
        List<Result> results = applier.apply(new Plan(steps));
        for (int i = 0; i < steps.size(); i++) {
            Result result = results.get(i);
            Creator creator = ((UncommittedCreation) steps.get(i).finding()).creator();
            if (result.outcome() == Outcome.ENDED || !CleanupRun.busy(result)) {
                told.put(creator.virtualTransaction(), result);
            }
        }
        return looks.again(now);
    }

    /** Not again, what was refused once. */
    private boolean wantsEnding(Step step, Creator creator) {
        return step.action() == Action.END && !told.containsKey(creator.virtualTransaction());
    }

    /** Waits until one of them is to be ended, or all are gone; false if the time is up before. */
    private boolean moved(List<Creator> awaited, Polling polling) throws SQLException {
        while (true) {
            List<Creator> there = ActivityReader.read(connection).creators().stream()
                    .filter(creator -> anySame(awaited, creator))
                    .toList();
            if (there.isEmpty()) {
                return true;
            }
            boolean again = polling.again();
            if (!again || there.stream().anyMatch(this::canBeEnded)) {
                return again;
            }
        }
    }

    private boolean canBeEnded(Creator creator) {
        return planner.ends(creator) && !told.containsKey(creator.virtualTransaction());
    }

    private static List<Creator> sessions(Inspection inspection) {
        return inspection.activity().creators().stream()
                .filter(creator -> !creator.prepared())
                .toList();
    }

    private static boolean anySame(List<Creator> creators, Creator other) {
        List<String> transactions = new ArrayList<>();
        creators.forEach(creator -> transactions.add(creator.virtualTransaction()));
        return transactions.contains(other.virtualTransaction());
    }
}
