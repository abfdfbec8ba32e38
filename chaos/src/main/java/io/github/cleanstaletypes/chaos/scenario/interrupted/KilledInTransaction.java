package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.CatalogIncident;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.KilledMigrator;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import java.util.List;

/** The migrator is killed in a transaction: all of it is rolled back, and nothing is left. */
public final class KilledInTransaction implements Scenario {

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.control("killed-in-transaction", "SIGKILL of the migrator in a transaction")
                .healedBy("nothing", "folk", "cli", "extension", "guard");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        Script script = new Script(
                "release2",
                Mode.TRANSACTION,
                List.of(
                        "CREATE TYPE accounts_level AS ENUM ('a')",
                        "CREATE TABLE accounts_user (id int, level accounts_level)",
                        Brake.STATEMENT));
        try (KilledMigrator killed = KilledMigrator.inCreation(scene, script)) {
            killed.letGo();
        }
        if (scene.database().holds("EXISTS (SELECT FROM pg_catalog.pg_type WHERE typname LIKE 'accounts%')")) {
            throw new Inconclusive("The transaction was not rolled back");
        }
        return CatalogIncident.nothing(scene).with(script).allowing("public.accounts_level");
    }
}
