package io.github.cleanstaletypes.chaos.run;

import io.github.cleanstaletypes.chaos.healer.Healing;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.oracle.Checkers;
import io.github.cleanstaletypes.chaos.oracle.Inventory;
import io.github.cleanstaletypes.chaos.product.CommandLine;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.scenario.Timeline;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run: prepare and break, see the failure, heal, migrate again, look for losses, judge. Used once. */
public final class Play {

    private final PlannedRun run;
    private final CommandLine commandLine;
    private final Timeline timeline = new Timeline();
    private final Stopwatch watch = new Stopwatch();
    private @Nullable ServerError error;
    private boolean reproduced;
    private String healing = "";
    private String after = "";
    private List<String> lost = List.of();
    private List<String> checkers = List.of();
    private Effect effect = Effect.UNKNOWN;

    private Play(PlannedRun run, CommandLine commandLine) {
        this.run = run;
        this.commandLine = commandLine;
    }

    /** Plays it; whatever goes wrong is part of the result, not thrown. */
    public static RunResult of(PlannedRun run, CommandLine commandLine) {
        return new Play(run, commandLine).play();
    }

    private RunResult play() {
        try (RunDatabase ground = watch.time(Phase.GROUND, () -> RunDatabase.lay(run))) {
            boolean locksTypes = PostgresServer.of(run.postgres()).locksTypes();
            Scene scene = new Scene(ground.database(), locksTypes, timeline, run.random(), commandLine, ground.own());
            try (Incident incident =
                    watch.time(Phase.FAULT, () -> run.scenario().begin(scene))) {
                return result(judge(scene, incident));
            }
        } catch (Inconclusive e) {
            return result(Outcome.INCONCLUSIVE, String.valueOf(e.getMessage()));
        } catch (Exception e) {
            return result(Outcome.FAILED, e.toString());
        }
    }

    private List<String> judge(Scene scene, Incident incident) {
        Inventory before = watch.time(Phase.ORACLE, () -> Inventory.of(scene.database()));
        boolean meetsOnce = incident.meetsOnce();
        if (!meetsOnce) {
            see(migrate(incident), incident);
        }
        Healing healed = watch.time(Phase.HEALING, () -> run.healer().heal(scene, incident));
        healing = healed.inShort();
        Optional<ServerError> next =
                healed.migrated() != null ? healed.migrated().error() : migrate(incident);
        after = next.map(ServerError::toString).orElse("succeeds");
        if (meetsOnce && run.healer().isProduct()) {
            seeAfterProduct(next);
        } else if (meetsOnce) {
            see(next, incident);
        }
        List<String> differences = watch.time(Phase.ORACLE, () -> look(scene, incident, before));
        lost = differences;
        effect = effect(incident, next);
        List<String> reasons = new ArrayList<>(Judge.of(run.healer(), incident, run.scenario(), healed, next, lost));
        if (run.healer().isProduct()) {
            reasons.addAll(incident.verify());
        }
        return reasons;
    }

    private Effect effect(Incident incident, Optional<ServerError> next) {
        if (!lost.isEmpty()) {
            return Effect.LOST;
        }
        if (incident.expectation().error().isEmpty()) {
            return Effect.NOTHING;
        }
        if (next.isEmpty()) {
            return Effect.HEALED;
        }
        return run.healer().isProduct() ? Effect.REFUSED : Effect.FAILS;
    }

    private Optional<ServerError> migrate(Incident incident) {
        return watch.time(Phase.MIGRATION, incident::migrate);
    }

    private void see(Optional<ServerError> seen, Incident incident) {
        error = seen.orElse(null);
        if (!seen.equals(incident.expectation().error())) {
            throw new Inconclusive("The next migration should have got %s and got %s"
                    .formatted(inWords(incident.expectation().error()), inWords(seen)));
        }
        reproduced = true;
    }

    /** What the product had to deal with was seen in the catalog; what a migration gets after that is for the judge. */
    private void seeAfterProduct(Optional<ServerError> seen) {
        error = seen.orElse(null);
        reproduced = true;
    }

    private static String inWords(Optional<ServerError> error) {
        return error.map(ServerError::toString).orElse("no error");
    }

    private List<String> look(Scene scene, Incident incident, Inventory before) {
        Set<String> mayDiffer = new HashSet<>(incident.mayDiffer());
        mayDiffer.addAll(run.healer().leaves());
        List<String> differences =
                new ArrayList<>(Inventory.of(scene.database()).differencesFrom(before, mayDiffer));
        if (incident.expectation().catalogWhole()) {
            Checkers independent = Checkers.of(run.postgres());
            differences.addAll(independent.complaints(scene.database()));
            checkers = independent.names();
        }
        return differences;
    }

    private RunResult result(List<String> reasons) {
        return result(reasons.isEmpty() ? Outcome.PASSED : Outcome.FAILED, String.join("; ", reasons));
    }

    private RunResult result(Outcome outcome, String reason) {
        return new RunResult(
                run,
                outcome,
                error,
                reproduced,
                healing,
                after,
                lost,
                checkers,
                effect,
                reason,
                watch.elapsed(),
                watch.phases(),
                timeline.events());
    }
}
