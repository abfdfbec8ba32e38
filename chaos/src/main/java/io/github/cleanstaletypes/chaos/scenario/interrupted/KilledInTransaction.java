package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.KilledMigrator;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;

/** The migrator is killed in a transaction: all of it is rolled back, and nothing is left. */
public final class KilledInTransaction implements Scenario {

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.control("killed-in-transaction", "SIGKILL of the migrator in a transaction")
                .healedBy("nothing", "folk", "cli", "extension", "exclusive", "guard", "code");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        try (KilledMigrator killed = KilledMigrator.inCreation(scene, RolledBackMigration.SCRIPT)) {
            killed.letGo();
        }
        return RolledBackMigration.incident(scene);
    }
}
