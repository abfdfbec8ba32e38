package io.github.cleanstaletypes.chaos.run;

import io.github.cleanstaletypes.chaos.healer.Healing;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.oracle.Checkers;
import io.github.cleanstaletypes.chaos.oracle.Inventory;
import io.github.cleanstaletypes.chaos.product.CommandLineJar;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A run of a scenario breaks, sees the failure, heals, migrates again, looks for losses, and judges. Used once. */
public final class ScenarioRun {

    private final PlannedRun run;
    private final Stage stage;
    private @Nullable ServerError error;
    private boolean reproduced;
    private String healing = "";
    private String after = "";
    private List<String> lost = List.of();
    private List<String> checkers = List.of();
    private Effect effect = Effect.UNKNOWN;

    private ScenarioRun(PlannedRun run, CommandLineJar commandLine) {
        this.run = run;
        this.stage = new Stage(run.postgres(), run.header().servers(), commandLine, run.random());
    }

    /** Plays it; what goes wrong in it is part of the result, not thrown. */
    public static RunResult of(PlannedRun run, CommandLineJar commandLine) {
        return new ScenarioRun(run, commandLine).play();
    }

    private RunResult play() {
        Verdict verdict = stage.play(this::breakAndHeal);
        return new RunResult(
                run,
                verdict,
                error,
                reproduced,
                healing,
                after,
                lost,
                checkers,
                effect,
                stage.elapsed(),
                stage.phases(),
                stage.events());
    }

    private List<String> breakAndHeal(Scene scene) {
        try (Incident incident = stage.time(Phase.FAULT, () -> run.scenario().begin(scene))) {
            List<String> reasons = judge(scene, incident);
            stage.over();
            return reasons;
        }
    }

    private List<String> judge(Scene scene, Incident incident) {
        Inventory before = stage.time(Phase.ORACLE, () -> Inventory.of(scene.database()));
        boolean meetsOnce = incident.meetsOnce();
        if (!meetsOnce) {
            see(migrate(incident), incident);
        }
        Healing healed = stage.time(Phase.HEALING, () -> run.healer().heal(scene, incident));
        healing = healed.inShort();
        Optional<ServerError> next =
                healed.migrated() != null ? healed.migrated().error() : migrate(incident);
        after = next.map(ServerError::toString).orElse("succeeds");
        if (meetsOnce && run.healer().isProduct()) {
            seeAfterProduct(next);
        } else if (meetsOnce) {
            see(next, incident);
        }
        lost = stage.time(Phase.ORACLE, () -> look(scene, incident, before));
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
        return stage.time(Phase.MIGRATION, incident::migrate);
    }

    private void see(Optional<ServerError> seen, Incident incident) {
        error = seen.orElse(null);
        Optional<ServerError> expected = incident.expectation().error();
        if (!seen.equals(expected)) {
            throw new Inconclusive(
                    "The next migration should have got %s and got %s".formatted(inWords(expected), inWords(seen)));
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
}
